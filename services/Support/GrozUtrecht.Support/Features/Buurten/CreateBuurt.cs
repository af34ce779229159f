using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurten;

internal static class CreateBuurt
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Leg een buurt vast")
        .WithDescription(
            "Een buurt is een naam met postcodes. Vragen van bewoners vinden via hun postcode de buurt, en daarmee wie er dienst heeft. "
            + "Foutcodes: support.postcode.onbekend (422), support.buurt.naam-bezet en support.buurt.postcode-bezet (409).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<BuurtResponse>, ProblemHttpResult>> HandleAsync(
        BuurtInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var buurt = new BuurtRow
        {
            Id = Guid.CreateVersion7(now),
            Naam = request.Naam,
            Postcodes = [.. request.Postcodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Version = 1,
            AangemaaktOp = now,
        };
        if (await BuurtFailures.RefuseAsync(connection, partnerId, buurt.Id, request, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await BuurtStore.SaveAsync(connection, partnerId, buurt, cancellationToken);
        ETags.Set(http, buurt.Version);
        return TypedResults.Created($"/support/v1/buurten/{buurt.Id}", buurt.ToResponse());
    }
}
