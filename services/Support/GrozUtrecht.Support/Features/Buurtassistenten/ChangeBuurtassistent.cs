using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Where somebody works from now on.</summary>
public sealed record ChangeBuurtassistentRequest(
    [property: Description("Ids van de buurten waarin deze werkt; geen enkele als deze stopt."), MaxLength(20, ErrorMessage = "Noem hooguit 20 buurten.")]
    IReadOnlyList<Guid> Buurten);

internal static class ChangeBuurtassistent
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/buurtassistenten/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wijzig waar een buurtassistent werkt")
        .WithDescription(
            "Vervangt de buurten. Diensten en vragen die deze al heeft blijven staan. "
            + "Foutcodes: support.buurtassistent.onbekend (404), support.buurt.ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<BuurtassistentResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ChangeBuurtassistentRequest request, HttpContext http, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (!ETags.TryRead(http, out var version))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await BuurtassistentStore.LockAsync(connection, partnerId, id, cancellationToken) is not { } assistent)
        {
            return BuurtassistentFailures.Unknown.ToProblem();
        }

        if (assistent.Version != version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de buurtassistent opnieuw op en bekijk wat er veranderde.");
        }

        var changed = assistent with { Buurten = [.. request.Buurten.Distinct().Order()], Version = version + 1 };
        if (!await BuurtassistentStore.TrySetBuurtenAsync(connection, partnerId, id, changed.Buurten, cancellationToken))
        {
            return BuurtFailures.NotYours.ToProblem();
        }

        await BuurtassistentStore.MarkChangedAsync(connection, id, cancellationToken);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(changed.ToResponse());
    }
}
