using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>POST /praktijkovereenkomsten/{id}/ondertekening</c>: the other side agrees.</summary>
internal static class SignPraktijkovereenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/praktijkovereenkomsten/{id:guid}/ondertekening", Handle)
        .WithSummary("Praktijkovereenkomst ondertekenen")
        .WithDescription(
            "De partij die deze versie niet voorstelde ondertekent haar; vanaf dan geldt zij en staat zij vast. Stuur in If-Match de ETag van wat u las. "
            + $"Foutcodes: {OnderwijsFailures.Unknown.Code} (404), {OnderwijsFailures.NotForYou.Code} (403), "
            + $"{OnderwijsFailures.AlreadySigned.Code}, {OnderwijsFailures.OwnVersion.Code} (409).")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<PraktijkovereenkomstAnswer>, ProblemHttpResult>> Handle(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        _ = ifMatch;
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockVersionAsync(http, work, id);
        if (agreement is null)
            return failure!.ToProblem();
        if (agreement.GetekendOp is not null)
            return OnderwijsFailures.AlreadySigned.ToProblem();
        var partnerId = http.User.PartnerId();
        if (partnerId == agreement.VoorgesteldDoor)
            return OnderwijsFailures.OwnVersion.ToProblem();

        var signed = agreement with { GetekendOp = clock.GetUtcNow() };
        var connection = await work.OpenAsync(http.RequestAborted);
        await PraktijkovereenkomstStore.SignAsync(connection, signed, partnerId, http.User.ClientId(), http.RequestAborted);
        ETags.Set(http, signed.Versie + 1);
        return TypedResults.Ok(PraktijkovereenkomstAnswer.Of(signed));
    }
}
