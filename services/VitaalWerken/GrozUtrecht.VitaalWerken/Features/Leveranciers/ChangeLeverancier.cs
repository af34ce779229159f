using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary><c>PUT /leveranciers/{id}</c>, and <c>POST …/beeindiging</c> when it offers nothing any more.</summary>
internal static class ChangeLeverancier
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/leveranciers/{id:guid}", Change)
            .WithName("ChangeLeverancier")
            .WithSummary("Leverancier wijzigen")
            .WithDescription(
                "Vervangt de gegevens van een eigen leverancier. Wie anders gaat heten, iets anders wordt of naar een ander gebied verhuist, wordt "
                + "opnieuw beoordeeld. Stuur in If-Match de ETag van de versie die u wijzigt.")
            .MayFail(LeverancierFailures.Unknown, LeverancierFailures.Stopped, RequestFailures.VersionMissing, RequestFailures.VersionOutdated)
            .MayFail(BedrijfFailures.PostcodeUnknown, FreeText.HoldsBsn, FreeText.Unreadable);
        api.MapPost("/leveranciers/{id:guid}/beeindiging", Stop)
            .WithName("StopLeverancier")
            .WithSummary("Leverancier stoppen")
            .WithDescription("Het aanbod wordt niet meer voorgesteld; wat is afgesproken blijft staan. Stuur in If-Match de ETag van de versie die u wijzigt.")
            .MayFail(LeverancierFailures.Unknown, LeverancierFailures.Stopped, RequestFailures.VersionMissing, RequestFailures.VersionOutdated);
    }

    private static async Task<Results<Ok<LeverancierAnswer>, ProblemHttpResult>> Change(
        Guid id, LeverancierBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse(out var gebied) is { } refused)
            return refused;
        var (row, refusal) = await TakeAsync(id, http, work);
        if (row is null)
            return refusal!;

        var isSomebodyElse = body.Naam != row.Naam || Words.Of(body.Soort) != row.Soort || gebied!.Code != row.Gebied;
        return await SaveAsync(http, work, row with
        {
            Soort = Words.Of(body.Soort),
            Status = isSomebodyElse ? Words.Of(LeverancierStatus.Aangemeld) : row.Status,
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            KvkNummer = body.KvkNummer,
            Postcode = body.Postcode,
            Gebied = gebied!.Code,
            GewijzigdOp = clock.GetUtcNow(),
        });
    }

    private static async Task<Results<Ok<LeverancierAnswer>, ProblemHttpResult>> Stop(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await TakeAsync(id, http, work);
        return row is null
            ? refusal!
            : await SaveAsync(http, work, row with { Status = Words.Of(LeverancierStatus.Gestopt), GewijzigdOp = clock.GetUtcNow() });
    }

    private static async Task<(LeverancierRow? Row, ProblemHttpResult? Refusal)> TakeAsync(Guid id, HttpContext http, UnitOfWork work)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing.ToProblem());
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await LeverancierStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return (null, LeverancierFailures.Unknown.ToProblem());
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated.ToProblem());
        return Words.Read<LeverancierStatus>(row.Status) == LeverancierStatus.Gestopt ? (null, LeverancierFailures.Stopped.ToProblem()) : (row, null);
    }

    private static async Task<Ok<LeverancierAnswer>> SaveAsync(HttpContext http, UnitOfWork work, LeverancierRow changed)
    {
        var next = changed with { Version = changed.Version + 1 };
        await LeverancierStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return TypedResults.Ok(LeverancierAnswer.Of(next, next.PartnerId));
    }
}
