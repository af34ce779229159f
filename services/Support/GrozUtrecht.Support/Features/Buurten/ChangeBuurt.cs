using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurten;

internal static class ChangeBuurt
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/buurten/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wijzig een buurt")
        .WithDescription(
            "Vervangt naam en postcodes. Vragen en signalen die er al zijn blijven waar ze zijn. "
            + "Foutcodes: support.buurt.onbekend (404), support.postcode.onbekend (422), support.buurt.naam-bezet en support.buurt.postcode-bezet (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<BuurtResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, BuurtInhoud request, HttpContext http, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (!ETags.TryRead(http, out var version))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var refusal = await BuurtFailures.RefuseAsync(connection, partnerId, id, request, cancellationToken);
        if (await BuurtStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } buurt)
        {
            return BuurtFailures.Unknown.ToProblem();
        }

        if (buurt.Version != version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de buurt opnieuw op en bekijk wat er veranderde.");
        }

        if (refusal is not null)
        {
            return refusal;
        }

        var changed = buurt with
        {
            Naam = request.Naam,
            Postcodes = [.. request.Postcodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Version = version + 1,
        };
        await BuurtStore.SaveAsync(connection, partnerId, changed, cancellationToken);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(changed.ToResponse());
    }
}
