using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>Somebody joins the network of a buurt.</summary>
public sealed record AddNetwerklidRequest(
    [property: Description("De buurt.")] Guid BuurtId,
    [property: Description("Bewoner of professional.")] Netwerkrol Rol,
    [property: Description("De persoon, zoals door Identity uitgegeven; of noem een organisatie.")] Guid? PersoonId = null,
    [property: Description("Naam van de organisatie; of noem een persoon.")]
    [property: StringLength(120, MinimumLength = 1, ErrorMessage = "Een naam is 1 tot 120 tekens.")]
    string? Organisatie = null);

internal static class AddNetwerklid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/netwerkleden", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Voeg iemand toe aan het netwerk van een buurt")
        .WithDescription(
            "Bewoners en professionals die oppakken wat bewoners belangrijk vinden. Foutcodes: support.netwerklid.bestaat-al (409), support.netwerklid.ongeldig, "
            + "support.buurt.ongeldig, support.persoon.ongeldig, support.persoon.verwijderd en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<NetwerklidResponse>, ProblemHttpResult>> HandleAsync(
        AddNetwerklidRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (request.PersoonId is { } who && await PersoonStore.IsRemovedAsync(connection, who, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var partnerId = http.User.PartnerId();
        if (await BuurtStore.FindAsync(connection, partnerId, request.BuurtId, cancellationToken) is null)
        {
            return BuurtFailures.NotYours.ToProblem();
        }

        var now = clock.GetUtcNow();
        var lid = new NetwerklidRow
        {
            Id = Guid.CreateVersion7(now),
            BuurtId = request.BuurtId,
            PersoonId = request.PersoonId,
            Organisatie = request.Organisatie,
            Rol = Words<Netwerkrol>.Of(request.Rol),
            AangemaaktOp = now,
        };
        return await NetwerkStore.TryInsertAsync(connection, partnerId, lid, cancellationToken)
            ? TypedResults.Created($"/support/v1/netwerkleden?buurtId={lid.BuurtId}", lid.ToResponse())
            : WerkgerichtFailures.MemberExists.ToProblem();
    }

    private static ProblemHttpResult? Refuse(AddNetwerklidRequest request)
    {
        if ((request.PersoonId is null) == (request.Organisatie is null))
        {
            return WerkgerichtFailures.PersonOrOrganisation.ToProblem("Noem een van de twee.");
        }

        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        return request.Organisatie is { } name ? FreeText.Refuse(name) : null;
    }
}
