using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>A question is done.</summary>
public sealed record CompleteSocialeVraagRequest(
    [property: Description("Hoe het afliep: opgelost, doorverwezen, hulpvraag-ingediend of geen-reactie.")] Uitkomst Uitkomst,
    [property: Description("Toelichting, bij doorverwezen bijvoorbeeld waarheen; zonder namen of burgerservicenummer.")]
    [property: StringLength(500, MinimumLength = 1, ErrorMessage = "Een toelichting is 1 tot 500 tekens.")]
    string? Toelichting = null,
    [property: Description("Bij doorverwezen: de voorziening op de sociale kaart.")] Guid? VoorzieningId = null,
    [property: Description("Bij hulpvraag-ingediend: de hulpvraag.")] Guid? HulpvraagId = null);

internal static class CompleteSocialeVraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen/{id:guid}/afronding", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Rond een sociale vraag af")
        .WithDescription(
            "Een overdracht die nog wacht vervalt. Foutcodes: support.sociale-vraag.onbekend (404), support.sociale-vraag.stap-kan-niet (409), "
            + "support.sociale-vraag.uitkomst-ongeldig, support.sociale-vraag.hulpvraag-ongeldig en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CompleteSocialeVraagRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var ending = new Afronding(request.Uitkomst, request.Toelichting, request.VoorzieningId, request.HulpvraagId);
        if (!ending.IsComplete)
        {
            return SocialeVraagFailures.OutcomeIncomplete.ToProblem(
                "Zeg bij doorverwezen waarheen (toelichting of voorzieningId), noem bij hulpvraag-ingediend de hulpvraagId, en laat ids anders weg.");
        }

        if (request.Toelichting is { } text && FreeText.Refuse(text) is { } refused)
        {
            return refused;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (request.HulpvraagId is { } hulpvraagId
            && await HulpvraagStore.FindAsync(connection, http.User.PartnerId(), hulpvraagId, cancellationToken) is null)
        {
            return SocialeVraagFailures.HulpvraagInvalid.ToProblem();
        }

        var (vraag, refusal) = await EigenSocialeVraag.TakeAsync(http, connection, id, Stap.Afgerond);
        if (vraag is null)
        {
            return refusal!;
        }

        var now = clock.GetUtcNow();
        await OverdrachtStore.WithdrawOpenAsync(connection, id, now, cancellationToken);
        var changed = vraag with
        {
            AfgerondOp = now,
            OpvolgDatum = null,
            Uitkomst = Words<Uitkomst>.Of(request.Uitkomst),
            UitkomstTekst = request.Toelichting,
            UitkomstVoorzieningId = request.VoorzieningId,
            UitkomstHulpvraagId = request.HulpvraagId,
        };
        return await EigenSocialeVraag.SaveAsync(http, connection, changed, Stap.Afgerond, now);
    }
}
