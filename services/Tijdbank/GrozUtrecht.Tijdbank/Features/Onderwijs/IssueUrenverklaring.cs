using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Uren;
using GrozUtrecht.Tijdbank.Features.Ondertekening;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Up to which day.</summary>
public sealed record IssueUrenverklaringRequest([property: Description("De laatste dag waarvan uren meetellen; hooguit vandaag.")] DateOnly TotEnMetDatum);

/// <summary>An hours statement.</summary>
public sealed record UrenverklaringAnswer(
    Guid Id,
    [property: Description("Nummer waaronder mensen haar noemen.")] string Nummer,
    Guid PraktijkovereenkomstId,
    DateOnly BeginDatum,
    DateOnly TotEnMetDatum,
    int DuurMinuten,
    Guid AfgegevenDoorPartnerId,
    DateTimeOffset AfgegevenOp,
    [property: Description("Ontbreekt zolang de verklaring geldt.")] DateTimeOffset? IngetrokkenOp)
{
    internal static UrenverklaringAnswer Of(Urenverklaring row) => new(
        row.Id, row.Nummer, row.PraktijkovereenkomstId, row.BeginDatum, row.TotEnMetDatum, row.DuurMinuten, row.AfgegevenDoor, row.AfgegevenOp, row.IngetrokkenOp);
}

/// <summary><c>POST /praktijkovereenkomsten/{id}/urenverklaringen</c>: counted, numbered, signed and from then on unchanged.</summary>
internal static class IssueUrenverklaring
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/praktijkovereenkomsten/{id:guid}/urenverklaringen", Handle)
        .WithSummary("Urenverklaring afgeven")
        .WithDescription(
            "Telt alle uren die de organisatie tot en met een datum aftekende, nummert de verklaring en ondertekent haar digitaal. Zij staat vast, en de uren "
            + "erop zijn niet meer terug te boeken. Op te halen als PDF (document) en als Open Badge 3.0 (credential). "
            + $"Foutcodes: {OnderwijsFailures.Unknown.Code} (404), {OnderwijsFailures.NotForYou.Code} (403), "
            + $"{UrenverklaringFailures.NothingSignedOff.Code} (409), {UrenverklaringFailures.InTheFuture.Code} (422).")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<UrenverklaringAnswer>, ProblemHttpResult>> Handle(
        Guid id,
        IssueUrenverklaringRequest request,
        HttpContext http,
        UnitOfWork work,
        Ondertekenaar ondertekenaar,
        IOptions<OndertekeningSettings> settings,
        TimeProvider clock)
    {
        var now = Urenbewijs.WholeSecond(clock.GetUtcNow());
        if (request.TotEnMetDatum > NederlandseTijd.DayOf(now))
            return UrenverklaringFailures.InTheFuture.ToProblem();
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockAsync(http, work, id);
        if (agreement is null)
            return failure!.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var verklaringId = Guid.CreateVersion7(now);
        var minutes = await UrenverklaringStore.ClaimAsync(connection, verklaringId, id, request.TotEnMetDatum, http.RequestAborted);
        if (minutes == 0)
            return UrenverklaringFailures.NothingSignedOff.ToProblem();

        var nummer = await UrenverklaringStore.NextNumberAsync(connection, NederlandseTijd.DayOf(now).Year, http.RequestAborted);
        var bewijs = new Urenbewijs(
            verklaringId, nummer, agreement.PersoonId, id, agreement.OrganisatiePartnerId, agreement.Opleiding, agreement.BeginDatum, request.TotEnMetDatum,
            minutes, agreement.UrenMinuten, now, settings.Value.ValidityAddress(verklaringId));
        var row = new Urenverklaring
        {
            Id = verklaringId,
            Nummer = nummer,
            PraktijkovereenkomstId = id,
            BeginDatum = agreement.BeginDatum,
            TotEnMetDatum = request.TotEnMetDatum,
            DuurMinuten = (int)minutes,
            AfgegevenDoor = http.User.PartnerId(),
            AfgegevenOp = now,
            Bewijs = await ondertekenaar.SignAsync(connection, bewijs.ToPayload(GetUitgever.Profile(settings.Value)), http.RequestAborted),
        };
        await UrenverklaringStore.InsertAsync(connection, row, http.RequestAborted);
        work.Publish(EventOf(row, agreement));
        return TypedResults.Created($"/tijdbank/v1/urenverklaringen/{row.Id}", UrenverklaringAnswer.Of(row));
    }

    private static UrenverklaringAfgegeven EventOf(Urenverklaring row, Praktijkovereenkomst agreement) => new()
    {
        UrenverklaringId = row.Id,
        Nummer = row.Nummer,
        PraktijkovereenkomstId = agreement.Id,
        PersoonId = agreement.PersoonId,
        SchoolPartnerId = agreement.SchoolPartnerId,
        OrganisatiePartnerId = agreement.OrganisatiePartnerId,
        DurationMinutes = row.DuurMinuten,
        TotEnMetDatum = row.TotEnMetDatum,
        Version = 1,
        OpgetredenOp = row.AfgegevenOp,
    };
}
