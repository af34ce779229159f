using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Somebody becomes buurtassistent.</summary>
public sealed record RegisterBuurtassistentRequest(
    [property: Description("De persoon, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Ids van de buurten waarin deze werkt."), MaxLength(20, ErrorMessage = "Noem hooguit 20 buurten.")] IReadOnlyList<Guid> Buurten);

internal static class RegisterBuurtassistent
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtassistenten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Meld een buurtassistent aan")
        .WithDescription(
            "Een persoon is bij een organisatie hooguit eenmaal buurtassistent. Foutcodes: support.buurtassistent.bestaat-al (409), "
            + "support.persoon.ongeldig, support.persoon.verwijderd en support.buurt.ongeldig (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<BuurtassistentResponse>, ProblemHttpResult>> HandleAsync(
        RegisterBuurtassistentRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var now = clock.GetUtcNow();
        var assistent = new BuurtassistentRow
        {
            Id = Guid.CreateVersion7(now),
            PersoonId = request.PersoonId,
            Buurten = [.. request.Buurten.Distinct().Order()],
            Version = 1,
            AangemaaktOp = now,
        };
        var partnerId = http.User.PartnerId();
        if (!await BuurtassistentStore.TryInsertAsync(connection, partnerId, assistent, cancellationToken))
        {
            return BuurtassistentFailures.Exists.ToProblem("Wijzig de buurten van de buurtassistent die er al is.");
        }

        if (!await BuurtassistentStore.TrySetBuurtenAsync(connection, partnerId, assistent.Id, assistent.Buurten, cancellationToken))
        {
            return BuurtFailures.NotYours.ToProblem();
        }

        ETags.Set(http, assistent.Version);
        return TypedResults.Created($"/support/v1/buurtassistenten/{assistent.Id}", assistent.ToResponse());
    }
}
