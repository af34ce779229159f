using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>What an action is from now on.</summary>
public sealed record ChangeActieRequest(
    [property: Description("Het netwerklid dat de actie trekt.")] Guid EigenaarId,
    [property: Description("Wat er gaat gebeuren, zonder namen.")]
    [property: Required(ErrorMessage = "Zeg wat er gaat gebeuren."), StringLength(120, ErrorMessage = "Een titel is hooguit 120 tekens.")]
    string Titel,
    [property: Description("Dag waarop de actie klaar moet zijn.")] DateOnly StreefDatum,
    [property: Description("Waar de actie staat.")] ActieStatus Status);

internal static class ChangeActie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/buurtacties/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wijzig een buurtactie")
        .WithDescription(
            "Vervangt eigenaar, titel, streefdatum en status. Foutcodes: support.buurtactie.onbekend (404), support.buurtactie.eigenaar-ongeldig en "
            + "support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ActieResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ChangeActieRequest request, HttpContext http, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Titel) is { } refusal)
        {
            return refusal;
        }

        if (!ETags.TryRead(http, out var version))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await ActieStore.LockAsync(connection, partnerId, id, cancellationToken) is not { } actie)
        {
            return WerkgerichtFailures.ActieUnknown.ToProblem();
        }

        if (actie.Version != version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de actie opnieuw op en bekijk wat er veranderde.");
        }

        if (!await NetwerkStore.KeepAsync(connection, partnerId, request.EigenaarId, cancellationToken))
        {
            return WerkgerichtFailures.OwnerInvalid.ToProblem();
        }

        var changed = actie with
        {
            EigenaarId = request.EigenaarId,
            Titel = request.Titel,
            StreefDatum = request.StreefDatum,
            Status = Words<ActieStatus>.Of(request.Status),
            Version = version + 1,
        };
        await ActieStore.UpdateAsync(connection, changed, cancellationToken);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(changed.ToResponse());
    }
}
