using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary><c>PUT /gemeenschappen/{id}</c>: its rules hold for all its accounts at once, or for none.</summary>
internal static class ChangeGemeenschap
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/gemeenschappen/{id:guid}", Handle)
        .RequireScope(CreateGemeenschap.Scope)
        .WithSummary("Gemeenschap wijzigen")
        .WithDescription(
            $"Voor beheerders (scope {CreateGemeenschap.Scope}). Andere regels gelden meteen voor alle rekeningen van de gemeenschap. Ligt het saldo van een rekening "
            + "buiten de nieuwe grenzen, dan verandert er niets en staat in het antwoord hoeveel het er zijn. Eigen grenzen van een rekening blijven, zo nodig "
            + "ingeperkt. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {GemeenschapFailures.Unknown.Code} (404), {GemeenschapFailures.OutsideLimits.Code} (409), {GemeenschapFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<GemeenschapAnswer>, ProblemHttpResult>> Handle(
        Guid id, GemeenschapInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
            return refusal.ToProblem();
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await GemeenschapStore.LockAsync(connection, id, http.RequestAborted) is not { } row)
            return GemeenschapFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();

        var changed = request.PutInto(row, clock.GetUtcNow());
        await GemeenschapStore.UpdateAsync(connection, changed, http.RequestAborted);
        if (await GemeenschapStore.ApplyAsync(connection, rekeningId: null, id, http.RequestAborted) is > 0 and var outside)
            return GemeenschapFailures.OutsideLimits.ToProblem($"Aantal rekeningen buiten de nieuwe grenzen: {outside}.");

        ETags.Set(http, changed.Version);
        return TypedResults.Ok(GemeenschapAnswer.Of(changed));
    }
}
