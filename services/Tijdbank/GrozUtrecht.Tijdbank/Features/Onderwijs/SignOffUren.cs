using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>The week to sign off.</summary>
public sealed record SignOffUrenRequest(
    [property: Description("De maandag waarmee de week begint.")] DateOnly WeekBeginDatum,
    [property: Description("Waaraan de student werkte; elk staat in de overeenkomst.")]
    [property: MaxLength(Praktijkafspraken.MaximumWerkprocessen), WerkprocesItems]
    IReadOnlyList<string>? Werkprocessen = null);

/// <summary>Hours that were not signed off, and why.</summary>
public sealed record OvergeslagenUren(
    Guid UrenregistratieId,
    [property: Description("andere-persoon, andere-organisatie, andere-urensoort, niet-bevestigd of buiten-overeenkomst.")] string Reden);

/// <summary>A week of hours for which the organisation signed.</summary>
public sealed record UrenaftekeningAnswer(
    Guid Id,
    DateOnly WeekBeginDatum,
    IReadOnlyList<string> Werkprocessen,
    int DuurMinuten,
    DateTimeOffset AfgetekendOp,
    [property: Description("Alleen in het antwoord op het aftekenen.")] IReadOnlyList<OvergeslagenUren>? Overgeslagen = null)
{
    internal static UrenaftekeningAnswer Of(Urenaftekening row, IReadOnlyList<OvergeslagenUren>? skipped = null) =>
        new(row.Id, row.WeekBeginDatum, row.Werkprocessen, row.DuurMinuten, row.AfgetekendOp, skipped);
}

/// <summary><c>POST /praktijkovereenkomsten/{id}/aftekeningen</c>: the organisation signs for a week.</summary>
internal static class SignOffUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/praktijkovereenkomsten/{id:guid}/aftekeningen", Handle)
        .WithSummary("Week aftekenen")
        .WithDescription(
            "De organisatie tekent alle bevestigde praktijkuren van een week af die nog niet waren afgetekend. Een aftekening staat vast en blijft vijf jaar bewaard; "
            + "uren die later worden bevestigd tekent u met een tweede aftekening af. Wat niet meetelt staat met de reden in het antwoord. "
            + $"Foutcodes: {OnderwijsFailures.Unknown.Code} (404), {UrenverklaringFailures.NotTheOrganisatie.Code} (403), {OnderwijsFailures.NotSigned.Code}, "
            + $"{UrenverklaringFailures.NothingToSignOff.Code} (409), {UrenverklaringFailures.NotAMonday.Code}, {UrenverklaringFailures.WerkprocesUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<UrenaftekeningAnswer>, ProblemHttpResult>> Handle(
        Guid id, SignOffUrenRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.WeekBeginDatum.DayOfWeek != DayOfWeek.Monday)
            return UrenverklaringFailures.NotAMonday.ToProblem();
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockAsync(http, work, id);
        if (agreement is null)
            return failure!.ToProblem();
        if (http.User.PartnerId() != agreement.OrganisatiePartnerId)
            return UrenverklaringFailures.NotTheOrganisatie.ToProblem();
        if (agreement.GetekendOp is null)
            return OnderwijsFailures.NotSigned.ToProblem();
        string[] werkprocessen = [.. request.Werkprocessen ?? []];
        if (werkprocessen.Except(agreement.Werkprocessen, StringComparer.Ordinal).Any())
            return UrenverklaringFailures.WerkprocesUnknown.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var open = await UrenaftekeningStore.LockOpenAsync(connection, id, request.WeekBeginDatum, http.RequestAborted);
        var period = Period(agreement);
        var signedOff = open.Where(uur => uur.ToDomain().Check(period) is null).ToList();
        if (signedOff.Count == 0)
            return UrenverklaringFailures.NothingToSignOff.ToProblem();

        var now = clock.GetUtcNow();
        var row = new Urenaftekening
        {
            Id = Guid.CreateVersion7(now),
            PraktijkovereenkomstId = id,
            WeekBeginDatum = request.WeekBeginDatum,
            Werkprocessen = werkprocessen,
            DuurMinuten = signedOff.Sum(uur => uur.DuurMinuten),
            AfgetekendOp = now,
        };
        await UrenaftekeningStore.InsertAsync(connection, row, signedOff, http.User.ClientId(), http.RequestAborted);
        var skipped = open.Except(signedOff).Select(uur => new OvergeslagenUren(uur.Id, ReasonOf(uur.ToDomain().Check(period)!.Value))).ToList();
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", UrenaftekeningAnswer.Of(row, skipped));
    }

    private static Praktijkperiode Period(Praktijkovereenkomst agreement) => new(
        agreement.PersoonId,
        agreement.OrganisatiePartnerId,
        agreement.BeginDatum,
        Praktijkperiode.LastDay(agreement.EindDatum, agreement.BeeindigdOp is { } ended ? NederlandseTijd.DayOf(ended) : null));

    private static string ReasonOf(Praktijkuurfout fault) => fault switch
    {
        Praktijkuurfout.OtherPerson => "andere-persoon",
        Praktijkuurfout.OtherOrganisatie => "andere-organisatie",
        Praktijkuurfout.OtherKind => "andere-urensoort",
        Praktijkuurfout.NotConfirmed => "niet-bevestigd",
        Praktijkuurfout.OutsideAgreement => "buiten-overeenkomst",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a word."),
    };
}
