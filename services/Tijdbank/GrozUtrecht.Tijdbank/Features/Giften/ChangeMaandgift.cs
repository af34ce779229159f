using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>PUT /maandgiften/{id}</c>: what was given stays given.</summary>
internal static class ChangeMaandgift
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/maandgiften/{id:guid}", Handle)
        .WithSummary("Maandgift wijzigen")
        .WithDescription(
            "Vervangt de inhoud. Een andere dag of startdatum begint niet in het verleden; een maand waarvoor al is gegeven wordt niet nog eens gegeven. "
            + "Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {MaandgiftFailures.Unknown.Code} (404), {MaandgiftFailures.Ended.Code} (409), {MaandgiftFailures.Codes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<MaandgiftAnswer>, ProblemHttpResult>> Handle(
        Guid id, MaandgiftInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var (changed, refusal) = await request.PutIntoAsync(connection, row, clock.GetUtcNow(), http.RequestAborted);
        return changed is null ? refusal!.ToProblem() : TypedResults.Ok(await SaveAsync(http, work, changed));
    }

    /// <summary>Gives the locked row at the version that the caller saw, or the failure that ends the request.</summary>
    internal static async Task<(MaandgiftRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await MaandgiftStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return (null, MaandgiftFailures.Unknown);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.Status == "actief" ? (row, null) : (null, MaandgiftFailures.Ended);
    }

    internal static async Task<MaandgiftAnswer> SaveAsync(HttpContext http, UnitOfWork work, MaandgiftRow changed)
    {
        await MaandgiftStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return MaandgiftAnswer.Of(changed);
    }
}
