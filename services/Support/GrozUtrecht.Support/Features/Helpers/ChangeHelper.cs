using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>The whole profile as it is from now on.</summary>
public sealed class ChangeHelperRequest : HelperProfielRequest;

internal static class ChangeHelper
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/helpers/{id:guid}", HandleAsync)
        .WithSummary("Wijzig wat een helper aanbiedt en wanneer")
        .WithDescription(
            "Noem in If-Match de ETag van de helper. Geef het hele profiel: wat ontbreekt is er niet meer. Afspraken die al gemaakt zijn blijven staan; "
            + "voor een pauze meldt u die zelf af.")
        .MayFail(HelperProfiel.Refusals)
        .MayFail(HelperFailures.Unknown, RequestFailures.VersionOutdated, RequestFailures.VersionMissing);

    private static async Task<Results<Ok<HelperResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        ChangeHelperRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext http,
        UnitOfWork work,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(ifMatch))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        if (HelperProfiel.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(cancellationToken);
        await HelperStore.LockAsync(connection, id, cancellationToken);
        if (await HelperStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } helper)
        {
            return HelperFailures.Unknown.ToProblem();
        }

        if (!ETags.TryRead(http, out var version) || version != helper.Version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de helper opnieuw op en bekijk wat er veranderde.");
        }

        if (await HelperProfiel.RefuseMaatjeAsync(connection, request, partnerId, id, cancellationToken) is { } maatjeRefusal)
        {
            return maatjeRefusal;
        }

        var changed = HelperProfiel.ToRow(request, id, helper.PersoonId, helper.Version + 1, helper.AangemaaktOp);
        await HelperStore.UpdateAsync(connection, changed, cancellationToken);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(changed.ToResponse());
    }
}
