using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Payments that go to the bank together.</summary>
public sealed record BetaalbatchAnswer(
    Guid Id,
    [property: Description("Hoeveel uitbetalingen erin zitten.")] int Aantal,
    long BedragCenten,
    [property: Description("Dag waarop de bank betaalt.")] DateOnly UitvoerDatum,
    DateTimeOffset AangemaaktOp)
{
    internal static BetaalbatchAnswer Of(Betaalbatch batch) => new(batch.Id, batch.Aantal, batch.BedragCenten, batch.UitvoerDatum, batch.AangemaaktOp);
}

/// <summary><c>POST /betaalbatches</c>: what is approved becomes one file, which is decided here and never changes.</summary>
internal static class CreateBetaalbatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/betaalbatches", HandleAsync)
        .RequireScope("tijdbank:kas")
        .WithSummary("Betaalbatch maken")
        .WithDescription(
            $"Neemt de goedgekeurde uitbetalingen van uw organisatie, oudste eerst en hooguit {BetaalbatchStore.MaximumUitbetalingen}, in één bestand voor de "
            + "bank (scope tijdbank:kas). Wie nog geen bankrekening heeft, wacht op een volgende batch. De bank betaalt op de eerstvolgende bankdag na vandaag. "
            + $"Foutcodes: {BetaalbatchFailures.NothingToPay.Code} (422), {DeelnemerFailures.BetaalrekeningUnknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<BetaalbatchAnswer>, ProblemHttpResult>> HandleAsync(
        HttpContext http, UnitOfWork work, BetaalbatchStore batches, BegunstigdeStore begunstigden, TimeProvider clock)
    {
        var (partnerId, now) = (http.User.PartnerId(), clock.GetUtcNow());
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await BetaalbatchStore.FindBetalerAsync(connection, partnerId, http.RequestAborted) is not { } betaler)
        {
            return DeelnemerFailures.BetaalrekeningUnknown.ToProblem();
        }

        var taken = await BetaalbatchStore.TakeAsync(connection, partnerId, now + Uitbetalingstermijn.NeededByBank, http.RequestAborted);
        var regels = await ReadAsync(connection, begunstigden, taken, http.RequestAborted);
        if (regels.Count == 0)
        {
            return BetaalbatchFailures.NothingToPay.ToProblem();
        }

        var today = NederlandseTijd.DayOf(now);
        var bestand = new Betaalbestand(Guid.CreateVersion7(now), now, betaler, Bankdag.After(today), regels);
        var batch = new Betaalbatch
        {
            Id = bestand.BatchId,
            PartnerId = partnerId,
            Aantal = regels.Count,
            BedragCenten = regels.Sum(regel => regel.Centen),
            UitvoerDatum = bestand.UitvoerDatum,
            AangemaaktOp = now,
        };
        await batches.InsertAsync(connection, batch, bestand, http.User.ClientId(), Uitbetalingstermijn.KeptUntil(today), http.RequestAborted);
        await UitbetalingStore.AddToBatchAsync(connection, batch.Id, regels.Select(regel => regel.UitbetalingId), http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path}/{batch.Id}", BetaalbatchAnswer.Of(batch));
    }

    private static async Task<IReadOnlyList<Betaalregel>> ReadAsync(
        NpgsqlConnection connection, BegunstigdeStore begunstigden, IReadOnlyList<Uitbetaling> taken, CancellationToken cancellationToken)
    {
        var payees = await begunstigden.FindAsync(connection, [.. taken.Select(uitbetaling => uitbetaling.PersoonId).Distinct()], cancellationToken);
        return
        [
            .. taken.Where(uitbetaling => payees.ContainsKey(uitbetaling.PersoonId)).Select(uitbetaling => new Betaalregel(
                uitbetaling.Id, payees[uitbetaling.PersoonId].Naam, payees[uitbetaling.PersoonId].Iban.Value, uitbetaling.BedragCenten)),
        ];
    }
}
