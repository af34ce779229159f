using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Features.Buurtassistenten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>Something to remember about a question.</summary>
public sealed record AddNotitieRequest(
    [property: Description("Wie de notitie maakt.")] Guid BuurtassistentId,
    [property: Description("Wat te onthouden is, zonder namen, adressen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Schrijf iets op."), StringLength(2000, ErrorMessage = "Een notitie is hooguit 2000 tekens.")]
    string Tekst);

/// <summary>A note as partners see it.</summary>
internal sealed record NotitieResponse(
    [property: Description("Id van de notitie.")] Guid Id,
    [property: Description("Wie de notitie maakte.")] Guid? BuurtassistentId,
    [property: Description("De tekst; ontbreekt als de persoon is verwijderd.")] string? Tekst,
    [property: Description("Moment waarop de notitie gemaakt werd.")] DateTimeOffset AangemaaktOp);

internal static class AddNotitie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen/{id:guid}/notities", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Maak een notitie bij een sociale vraag")
        .WithDescription(
            "Een notitie verandert daarna niet meer. Foutcodes: support.sociale-vraag.onbekend (404), support.buurtassistent.ongeldig en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<NotitieResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AddNotitieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Tekst) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var assistent = await BuurtassistentStore.KeepAsync(connection, partnerId, request.BuurtassistentId, cancellationToken);
        // Locked, so that no note comes in behind the back of who erases the question.
        if (await SocialeVraagRows.LockAsync(connection, partnerId, id, cancellationToken) is not { } vraag)
        {
            return SocialeVraagFailures.Unknown.ToProblem();
        }

        if (assistent is null)
        {
            return BuurtassistentFailures.NotYours.ToProblem();
        }

        var now = clock.GetUtcNow();
        var notitie = new NotitieResponse(Guid.CreateVersion7(now), assistent.Id, request.Tekst, now);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sociale_vraag_notities (id, sociale_vraag_id, buurtassistent_id, tekst, aangemaakt_op)
            VALUES (@Id, @vraagId, @BuurtassistentId, @Tekst, @AangemaaktOp)
            """,
            new { notitie.Id, vraagId = vraag.Id, notitie.BuurtassistentId, notitie.Tekst, notitie.AangemaaktOp },
            cancellationToken: cancellationToken));
        return TypedResults.Created($"/support/v1/sociale-vragen/{id}/notities", notitie);
    }
}
