using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>PUT /praktijkovereenkomsten/{id}</c>: another version, until one is signed.</summary>
internal static class ChangePraktijkovereenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/praktijkovereenkomsten/{id:guid}", Handle)
        .WithSummary("Praktijkovereenkomst wijzigen")
        .WithDescription(
            "Vervangt de inhoud zolang de andere partij niet heeft ondertekend. Wie wijzigt stelt opnieuw voor: daarna ondertekent de ander. "
            + "Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {OnderwijsFailures.Unknown.Code} (404), {OnderwijsFailures.NotForYou.Code} (403), "
            + $"{OnderwijsFailures.AlreadySigned.Code} (409), {OnderwijsFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<PraktijkovereenkomstAnswer>, ProblemHttpResult>> Handle(
        Guid id,
        PraktijkovereenkomstInhoud request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext http,
        UnitOfWork work,
        TimeProvider clock)
    {
        _ = ifMatch;
        if (request.Check() is { } fault)
            return OnderwijsFailures.Of(fault).ToProblem();
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockVersionAsync(http, work, id);
        if (agreement is null)
            return failure!.ToProblem();
        if (agreement.GetekendOp is not null)
            return OnderwijsFailures.AlreadySigned.ToProblem();

        var changed = request.PutInto(agreement) with { VoorgesteldDoor = http.User.PartnerId(), Versie = agreement.Versie + 1 };
        var connection = await work.OpenAsync(http.RequestAborted);
        await PraktijkovereenkomstStore.ReplaceAsync(connection, changed, http.User.ClientId(), clock.GetUtcNow(), http.RequestAborted);
        ETags.Set(http, changed.Versie);
        return TypedResults.Ok(PraktijkovereenkomstAnswer.Of(changed));
    }
}
