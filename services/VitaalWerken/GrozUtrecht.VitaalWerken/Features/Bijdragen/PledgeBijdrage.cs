using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>What a company pledges, how much, and to whom.</summary>
public sealed record BijdrageBody(
    [property: Required, Description("Wat voor bijdrage het is.")] Bijdragesoort Soort,
    [property: Required, StringLength(500, MinimumLength = 1), Description("Wat er wordt toegezegd, zonder namen van personen.")] string Omschrijving,
    [property: Range(1, Bijdrageinhoud.MaximumCenten), Description("Bij geld: eurocenten.")] long? BedragCenten = null,
    [property: Range(1, Bijdrageinhoud.MaximumMinuten), Description("Bij uren, en bij producten aan een wijkpot: de afgesproken minuten.")] int? DuurMinuten = null,
    [property: Range(1, Bijdrageinhoud.MaximumAantal), Description("Bij producten: hoeveel.")] int? Aantal = null,
    [property: Range(1, Bijdrageinhoud.MaximumDagdelen), Description("Bij ruimte: hoeveel dagdelen.")] int? Dagdelen = null,
    [property: Description("De wijkpot in de Tijdbank die ontvangt; noem dan ook de partner die haar beheert.")] Guid? WijkpotId = null,
    [property: Description("Het bewonersinitiatief of de ondernemer die ontvangt.")] Guid? LeverancierId = null,
    [property: Description("De partner die ontvangt en bevestigt; bij een wijkpot wie haar beheert, bij een leverancier leeg.")] Guid? OntvangerPartnerId = null,
    [property: Description("Het programma waarbij de bijdrage hoort.")] Guid? ProgrammaId = null)
{
    internal Bijdrageinhoud Inhoud => new(Soort, BedragCenten, DuurMinuten, Aantal, Dagdelen, WijkpotId, LeverancierId, OntvangerPartnerId);
}

/// <summary><c>POST /bedrijven/{id}/bijdragen</c>.</summary>
internal static class PledgeBijdrage
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{id:guid}/bijdragen", Handle)
        .WithSummary("Bijdrage toezeggen")
        .WithDescription(
            "Wat een bedrijf de gemeenschap toezegt: geld, uren, producten of ruimte. Door het bedrijf of de coördinator van zijn netwerk. Wie ontvangt "
            + "bevestigt of betwist later de levering.")
        .MayFail(
            BedrijfFailures.Unknown, BijdrageFailures.NotMember, BijdrageFailures.AmountUnfit, BijdrageFailures.ReceiverUnfit, BijdrageFailures.OwnReceiver,
            BijdrageFailures.LeverancierUnfit, BijdrageFailures.ProgrammaUnfit, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<BijdrageAnswer>, ProblemHttpResult>> Handle(
        Guid id, BijdrageBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (FreeText.Refuse(body.Omschrijving) is { } refused)
            return refused;
        if (body.Inhoud.Check() is { } fault)
            return BijdrageFailures.Of(fault).ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is not { Bedrijf: var bedrijf })
            return BedrijfFailures.Unknown.ToProblem();
        if (bedrijf.Status != Words.Of(BedrijfStatus.Lid))
            return BijdrageFailures.NotMember.ToProblem();
        if (body.ProgrammaId is { } programmaId && !await BijdrageStore.IsOfAsync(connection, programmaId, id, http.RequestAborted))
            return BijdrageFailures.ProgrammaUnfit.ToProblem();
        if (await ReceiverAsync(connection, body, http.RequestAborted) is not { } receiver)
            return BijdrageFailures.LeverancierUnfit.ToProblem();
        if (receiver == bedrijf.PartnerId)
            return BijdrageFailures.OwnReceiver.ToProblem();

        var row = RowOf(bedrijf, body, receiver, clock.GetUtcNow());
        await BijdrageStore.InsertAsync(connection, row, http.RequestAborted);
        work.Publish(Pledged(row));
        ETags.Set(http, row.Version);
        return TypedResults.Created($"/vitaal-werken/v1/bijdragen/{row.Id}", BijdrageAnswer.Of(row));
    }

    // Who sells to workplaces as a business does not receive gifts; initiatives of residents and entrepreneurs of the neighbourhood do.
    private static async Task<Guid?> ReceiverAsync(NpgsqlConnection connection, BijdrageBody body, CancellationToken cancellationToken)
    {
        if (body.LeverancierId is not { } leverancierId)
            return body.OntvangerPartnerId;
        var leverancier = await LeverancierStore.FindAsync(connection, leverancierId, cancellationToken);
        return leverancier is { Status: "actief", Soort: "bewonersinitiatief" or "ondernemer" } ? leverancier.PartnerId : null;
    }

    private static BijdrageRow RowOf(BedrijfRow bedrijf, BijdrageBody body, Guid receiver, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        BedrijfId = bedrijf.Id,
        GeverPartnerId = bedrijf.PartnerId,
        Gebied = bedrijf.Gebied,
        ProgrammaId = body.ProgrammaId,
        Soort = Words.Of(body.Soort),
        Status = Words.Of(BijdrageStatus.Toegezegd),
        OntvangerSoort = Words.Of(body.Inhoud.Ontvanger!.Value),
        WijkpotId = body.WijkpotId,
        LeverancierId = body.LeverancierId,
        OntvangerPartnerId = receiver,
        Omschrijving = body.Omschrijving,
        BedragCenten = body.BedragCenten,
        DuurMinuten = body.DuurMinuten,
        Aantal = body.Aantal,
        Dagdelen = body.Dagdelen,
        ToegezegdDatum = NederlandseTijd.DayOf(now),
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    private static BijdragePledged Pledged(BijdrageRow row) => new()
    {
        BijdrageId = row.Id,
        Version = row.Version,
        BedrijfId = row.BedrijfId,
        Gebied = row.Gebied,
        Soort = row.Soort,
        ProgrammaId = row.ProgrammaId,
        AmountCents = row.BedragCenten,
        DurationMinutes = row.DuurMinuten,
        Aantal = row.Aantal ?? row.Dagdelen,
        OpgetredenOp = row.AangemaaktOp,
    };
}
