using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>Hours that somebody worked.</summary>
public sealed record ReportUrenRequest(
    [property: Description("Wie gewerkt heeft.")] Guid PersoonId,
    [property: Description("Wat voor uren dit zijn; zie urensoorten.")] Urensoort UrenSoort,
    [property: Description("Dag in Nederland waarop is gewerkt: niet in de toekomst, en ten hoogste 366 dagen geleden.")] DateOnly UitgevoerdDatum,
    [property: Range(Urenstand.MinimumMinutes, Urenstand.MaximumMinutes), Description("Aantal minuten.")] int DuurMinuten,
    [property: StringLength(Urenveld.MaximumTextLength, MinimumLength = 1), RegularExpression(Urenveld.OneLine),
        Description("Wat er is gedaan, zonder persoonsgegevens. Wordt apart bewaard en kan worden gewist.")] string Omschrijving,
    [property: Description("Organisatie waarvoor is gewerkt. Noem deze of voorPersoonId.")] Guid? VoorPartnerId = null,
    [property: Description("Persoon voor wie is gewerkt. Noem deze of voorPartnerId.")] Guid? VoorPersoonId = null,
    [property: RegularExpression(Urenveld.TimeOfDay), Description("Begintijd als uu:mm in Nederlandse tijd, als die bekend is.")] string? BeginTijd = null,
    [property: Description("De praktijkovereenkomst waarvoor deze uren tellen.")] Guid? PraktijkovereenkomstId = null,
    [property: RegularExpression(Urenveld.Postcode), Description("Vier cijfers van de postcode waar is gewerkt.")] string? Postcode = null);

/// <summary><c>POST /urenregistraties</c>: one side reports, so that the other can confirm.</summary>
internal static class ReportUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties", Handle)
        .WithSummary("Uren melden")
        .WithDescription(
            "Meldt gewerkte uren. Dat doet de organisatie die de rekening van de persoon beheert, of de organisatie waarvoor is gewerkt. De andere kant "
            + "bevestigt, corrigeert of betwist; pas na bevestiging worden de uren bijgeschreven. Na 14 dagen zonder antwoord volgt een herinnering, na 30 "
            + $"dagen vervalt de melding. Foutcodes: {UrenFailures.ReportCodes}.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<UrenregistratieAnswer>, ProblemHttpResult>> Handle(
        ReportUrenRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tijd = new Werktijd(request.UitgevoerdDatum, request.BeginTijd is null ? null : TimeOnly.Parse(request.BeginTijd), request.DuurMinuten);
        if (Refuse(request) is { } unclear)
        {
            return unclear.ToProblem();
        }

        if (tijd.Check(NederlandseTijd.DayOf(now)) is { } impossible)
        {
            return UrenFailures.Of(impossible).ToProblem();
        }

        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(cancellationToken);
        await WerktijdStore.LockPersonsAsync(connection, PersonsOf(request), cancellationToken);
        var (kant, refusal) = await SideAsync(connection, request, partnerId, cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        var others = await WerktijdStore.AroundAsync(connection, [(request.PersoonId, request.UitgevoerdDatum)], except: null, cancellationToken);
        if (tijd.CheckBeside(others[request.PersoonId]) is { } tooMuch)
        {
            return UrenFailures.Of(tooMuch).ToProblem();
        }

        var row = ToRow(request, kant, partnerId, http.User.ClientId(), now);
        await UrenregistratieWriter.InsertAsync(connection, [row], cancellationToken);
        await UrenregistratieWriter.AddStepsAsync(
            connection, [Urenregistratiestap.Of(row, Urenstap.Melden, partnerId, http.User.ClientId(), request.Omschrijving, now)], cancellationToken);
        ETags.Set(http, row.Versie);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", UrenregistratieAnswer.Of(row));
    }

    private static Failure? Refuse(ReportUrenRequest request) => request switch
    {
        { VoorPartnerId: null, VoorPersoonId: null } or { VoorPartnerId: not null, VoorPersoonId: not null } => UrenFailures.ReceiverUnclear,
        _ when request.VoorPersoonId == request.PersoonId => UrenFailures.SamePerson,
        { Postcode: { } postcode } when !Postcode4.TryFind(postcode, out _) => UrenFailures.PostcodeUnknown,
        _ when Burgerservicenummer.IsIn(request.Omschrijving) => UrenFailures.TextHoldsBsn,
        _ => null,
    };

    private static Guid[] PersonsOf(ReportUrenRequest request) =>
        request.VoorPersoonId is { } helped ? [request.PersoonId, helped] : [request.PersoonId];

    /// <summary>The side that this partner reports for, or why it may not.</summary>
    private static async Task<(Kant Kant, Failure? Refusal)> SideAsync(
        NpgsqlConnection connection, ReportUrenRequest request, Guid partnerId, CancellationToken cancellationToken)
    {
        var accounts = await WerktijdStore.OpenAccountsAsync(connection, PersonsOf(request), partnerId, cancellationToken);
        if (!accounts.TryGetValue(request.PersoonId, out var manages))
        {
            return (default, UrenFailures.PersonUnknown);
        }

        if (!manages && request.VoorPartnerId != partnerId)
        {
            return (default, UrenFailures.NotAllowedToReport);
        }

        return request.VoorPersoonId is { } voor && !accounts.ContainsKey(voor)
            ? (default, UrenFailures.ReceiverUnknown)
            : (manages ? Kant.Werker : Kant.Ontvanger, null);
    }

    private static Urenregistratie ToRow(ReportUrenRequest request, Kant kant, Guid partnerId, string clientId, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            Bron = Urenregistratie.EigenBron,
            BronId = id,
            PersoonId = request.PersoonId,
            VoorPartnerId = request.VoorPartnerId,
            VoorPersoonId = request.VoorPersoonId,
            UrenSoort = Urensoortbeleid.Word(request.UrenSoort),
            UitgevoerdDatum = request.UitgevoerdDatum,
            BeginTijd = request.BeginTijd,
            DuurMinuten = request.DuurMinuten,
            Postcode = request.Postcode,
            PraktijkovereenkomstId = request.PraktijkovereenkomstId,
            Status = Words.Of(Urenstatus.Gemeld),
            GemeldDoor = Words.Of(kant),
            MelderPartnerId = partnerId,
            GenoemdDoorClientId = clientId,
            GemeldOp = now,
            WachtSinds = now,
            Versie = 1,
            Omschrijving = request.Omschrijving,
        };
    }
}
