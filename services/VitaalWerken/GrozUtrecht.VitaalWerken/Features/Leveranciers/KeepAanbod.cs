using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary><c>POST /leveranciers/{id}/aanbod</c>, <c>PUT /aanbod/{id}</c> and <c>POST /aanbod/{id}/beeindiging</c>: what a supplier offers.</summary>
internal static class KeepAanbod
{
    private static readonly Failure[] BodyFailures =
    [
        BedrijfFailures.GebiedUnknown, LeverancierFailures.GebiedTwice, LeverancierFailures.DagdeelUnknown, LeverancierFailures.PriceUnfit,
        LeverancierFailures.GroepUnfit, LeverancierFailures.PeriodUnfit, FreeText.HoldsBsn, FreeText.Unreadable,
    ];

    private static readonly Failure[] ChangeFailures =
        [LeverancierFailures.AanbodUnknown, LeverancierFailures.AanbodStopped, RequestFailures.VersionMissing, RequestFailures.VersionOutdated];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/leveranciers/{id:guid}/aanbod", Add)
            .WithName("AddAanbod")
            .WithSummary("Aanbod toevoegen")
            .WithDescription("Wordt voorgesteld aan bedrijven zolang de leverancier meedoet.")
            .MayFail([LeverancierFailures.Unknown, LeverancierFailures.Stopped, .. BodyFailures]);
        api.MapPut("/aanbod/{id:guid}", Change)
            .WithName("ChangeAanbod")
            .WithSummary("Aanbod wijzigen")
            .WithDescription("Vervangt het aanbod; wat al is afgesproken verandert niet mee. Stuur in If-Match de ETag van de versie die u wijzigt.")
            .MayFail([.. ChangeFailures, .. BodyFailures]);
        api.MapPost("/aanbod/{id:guid}/beeindiging", Stop)
            .WithName("StopAanbod")
            .WithSummary("Aanbod stoppen")
            .WithDescription("Wordt niet meer voorgesteld; wat is afgesproken blijft staan. Stuur in If-Match de ETag van de versie die u wijzigt.")
            .MayFail(ChangeFailures);
    }

    private static async Task<Results<Created<AanbodAnswer>, ProblemHttpResult>> Add(
        Guid id, AanbodBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse() is { } refused)
            return refused;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await LeverancierStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } leverancier)
            return LeverancierFailures.Unknown.ToProblem();
        if (Words.Read<LeverancierStatus>(leverancier.Status) == LeverancierStatus.Gestopt)
            return LeverancierFailures.Stopped.ToProblem();

        var now = clock.GetUtcNow();
        var row = body.ToRow(Guid.CreateVersion7(now), id, now);
        await AanbodStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"/vitaal-werken/v1/aanbod/{row.Id}", AanbodAnswer.Of(row));
    }

    private static async Task<Results<Ok<AanbodAnswer>, ProblemHttpResult>> Change(
        Guid id, AanbodBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse() is { } refused)
            return refused;
        var (row, refusal) = await TakeAsync(id, http, work);
        return row is null
            ? refusal!
            : await SaveAsync(http, work, body.ToRow(row.Id, row.LeverancierId, clock.GetUtcNow()) with { Version = row.Version + 1, AangemaaktOp = row.AangemaaktOp });
    }

    private static async Task<Results<Ok<AanbodAnswer>, ProblemHttpResult>> Stop(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await TakeAsync(id, http, work);
        return row is null
            ? refusal!
            : await SaveAsync(http, work, row with { Version = row.Version + 1, Status = Words.Of(AanbodStatus.Gestopt), GewijzigdOp = clock.GetUtcNow() });
    }

    private static async Task<(AanbodRow? Row, ProblemHttpResult? Refusal)> TakeAsync(Guid id, HttpContext http, UnitOfWork work)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing.ToProblem());
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await AanbodStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return (null, LeverancierFailures.AanbodUnknown.ToProblem());
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated.ToProblem());
        return Words.Read<AanbodStatus>(row.Status) == AanbodStatus.Gestopt ? (null, LeverancierFailures.AanbodStopped.ToProblem()) : (row, null);
    }

    private static async Task<Ok<AanbodAnswer>> SaveAsync(HttpContext http, UnitOfWork work, AanbodRow changed)
    {
        await AanbodStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(AanbodAnswer.Of(changed));
    }
}
