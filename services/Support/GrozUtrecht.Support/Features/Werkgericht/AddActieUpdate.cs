using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>News about an action.</summary>
public sealed record AddActieUpdateRequest(
    [property: Description("Het netwerklid dat het vertelt.")] Guid NetwerklidId,
    [property: Description("Het nieuws, zonder namen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Vertel iets."), StringLength(1000, ErrorMessage = "Een bericht is hooguit 1000 tekens.")]
    string Tekst);

/// <summary>News about an action as partners see it.</summary>
internal sealed record ActieUpdateResponse(
    [property: Description("Id van het bericht.")] Guid Id,
    [property: Description("Het netwerklid dat het vertelde.")] Guid NetwerklidId,
    [property: Description("Het nieuws; ontbreekt als de persoon is verwijderd.")] string? Tekst,
    [property: Description("Moment van vertellen.")] DateTimeOffset AangemaaktOp);

internal static class AddActieUpdate
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtacties/{id:guid}/updates", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Vertel hoe het met een buurtactie gaat")
        .WithDescription("Foutcodes: support.buurtactie.onbekend (404), support.buurtactie.eigenaar-ongeldig en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<ActieUpdateResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AddActieUpdateRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Tekst) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await ActieStore.FindAsync(connection, partnerId, id, cancellationToken) is null)
        {
            return WerkgerichtFailures.ActieUnknown.ToProblem();
        }

        if (!await NetwerkStore.KeepAsync(connection, partnerId, request.NetwerklidId, cancellationToken))
        {
            return WerkgerichtFailures.OwnerInvalid.ToProblem();
        }

        var now = clock.GetUtcNow();
        var update = new ActieUpdateResponse(Guid.CreateVersion7(now), request.NetwerklidId, request.Tekst, now);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO buurtactie_updates (id, actie_id, netwerklid_id, tekst, aangemaakt_op) VALUES (@Id, @actieId, @NetwerklidId, @Tekst, @AangemaaktOp)",
            new { update.Id, actieId = id, update.NetwerklidId, update.Tekst, update.AangemaaktOp },
            cancellationToken: cancellationToken));
        return TypedResults.Created($"/support/v1/buurtacties/{id}/updates", update);
    }
}
