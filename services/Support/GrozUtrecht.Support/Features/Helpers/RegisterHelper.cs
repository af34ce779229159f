using System.ComponentModel;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>Somebody offers help.</summary>
public sealed class RegisterHelperRequest : HelperProfielRequest
{
    [Description("De persoon, zoals door Identity uitgegeven.")]
    public required Guid PersoonId { get; init; }
}

internal static class RegisterHelper
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/helpers", HandleAsync)
        .WithSummary("Meld een helper aan")
        .WithDescription("Een persoon is hooguit een keer helper bij een partner. Geef een postcode in de regio; een postbus telt niet.")
        .MayFail(HelperProfiel.Refusals)
        .MayFail(HelperFailures.Exists, SupportFailures.PersoonInvalid, SupportFailures.PersoonRemoved);

    private static async Task<Results<Created<HelperResponse>, ProblemHttpResult>> HandleAsync(
        RegisterHelperRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        if (HelperProfiel.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        if (await HelperProfiel.RefuseMaatjeAsync(connection, request, partnerId, null, cancellationToken) is { } maatjeRefusal)
        {
            return maatjeRefusal;
        }

        var helper = HelperProfiel.ToRow(request, Guid.CreateVersion7(now), request.PersoonId, 1, now);
        if (!await HelperStore.TryInsertAsync(connection, partnerId, helper, cancellationToken))
        {
            return HelperFailures.Exists.ToProblem();
        }

        ETags.Set(http, helper.Version);
        return TypedResults.Created($"/support/v1/helpers/{helper.Id}", helper.ToResponse());
    }
}
