using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What the steps of the two sides share: the order locked, at the version that was seen, and a step that is theirs to take.</summary>
internal sealed class Bestelstap(UnitOfWork work, Bestelgang gang, TimeProvider clock)
{
    /// <summary>Takes the step for the side that the caller acts for.</summary>
    public async Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> TakeAsync(HttpContext http, Guid id, Handeling handeling, string? tekst = null)
    {
        if (Vrijetekst.Check(tekst) is { } textFault)
            return RuilFailures.Of(textFault).ToProblem();
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await BestellingStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return BestellingFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem("Haal de bestelling opnieuw op en bekijk wat er veranderde.");
        if (Find(row, handeling) is not ({ } stap, { } partij))
            return Refuse(row, handeling).ToProblem($"De bestelling is nu {row.Status}.");

        return await TakeAsync(http, row, stap, new(handeling, partij) { Tekst = tekst });
    }

    /// <summary>Takes a step of which it is sure that it is the caller's to take.</summary>
    public async Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> TakeAsync(HttpContext http, BestellingRow row, Stap stap, Zet zet)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var holds = stap.Reservering is Reserveringsactie.Hold && row.PrijsMinuten > 0;
        // The platform asks the ledger, which then leaves it to us to see that these minutes may be spent.
        if (holds && await FindPayerAsync(http, row) is not { Besteedbaar: true })
            return OverboekingFailures.Of(Boekuitkomst.NotSpendable).ToProblem();

        var who = zet with { PartnerId = http.User.PartnerId(), ClientId = http.User.ClientId() };
        var taken = await gang.TakeAsync(row, stap, who, clock.GetUtcNow(), http.RequestAborted);
        if (taken.IsRefused)
            return BestellingFailures.Of(taken).ToProblem();

        ETags.Set(http, taken.Row.Version);
        var warning = holds ? Waarschuwing.Of(await FindPayerAsync(http, row)) : null;
        return TypedResults.Ok(BestellingAnswer.Of(taken.Row, warning));

        Task<Rekening?> FindPayerAsync(HttpContext context, BestellingRow order) =>
            RuilToegang.FindAsync(connection, order.KoperRekeningId, context.User.PartnerId(), context.RequestAborted);
    }

    private static (Stap? Stap, Partij? Partij) Find(BestellingRow row, Handeling handeling)
    {
        foreach (var partij in row.Partijen)
        {
            if (Bestelloop.Next(row.StatusValue, row.RichtingValue, handeling, partij) is { } stap)
                return (stap, partij);
        }

        return (null, null);
    }

    private static Failure Refuse(BestellingRow row, Handeling handeling)
    {
        Partij[] both = [Partij.Koper, Partij.Aanbieder];
        return both.Any(partij => Bestelloop.Next(row.StatusValue, row.RichtingValue, handeling, partij) is not null)
            ? BestellingFailures.NotYours
            : BestellingFailures.StepNotPossible;
    }
}
