using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Why an agreement ends before its time.</summary>
public sealed record EndPraktijkovereenkomstRequest(
    [property: Description("Waarom, in een zin zonder gegevens over gezondheid of gedrag.")]
    [property: StringLength(300, MinimumLength = 1), RegularExpression(PraktijkovereenkomstInhoud.Line)]
    string Reden);

/// <summary><c>POST /praktijkovereenkomsten/{id}/beeindiging</c>.</summary>
internal static class EndPraktijkovereenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/praktijkovereenkomsten/{id:guid}/beeindiging", Handle)
        .WithSummary("Praktijkovereenkomst beëindigen")
        .WithDescription(
            "Een van beide partijen beëindigt een getekende overeenkomst. Uren tot en met vandaag zijn nog af te tekenen, latere niet. "
            + $"Foutcodes: {OnderwijsFailures.Unknown.Code} (404), {OnderwijsFailures.NotForYou.Code} (403), "
            + $"{OnderwijsFailures.NotSigned.Code}, {OnderwijsFailures.AlreadyEnded.Code} (409), "
            + $"{OnderwijsFailures.Of(Overeenkomstfout.TextHoldsBsn).Code} (422).")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<PraktijkovereenkomstAnswer>, ProblemHttpResult>> Handle(
        Guid id, EndPraktijkovereenkomstRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (Vrijetekst.Check(request.Reden) is not null)
            return OnderwijsFailures.Of(Overeenkomstfout.TextHoldsBsn).ToProblem();
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockAsync(http, work, id);
        if (agreement is null)
            return failure!.ToProblem();
        if (agreement.Status is var status and not Overeenkomststatus.Getekend)
            return (status == Overeenkomststatus.Beeindigd ? OnderwijsFailures.AlreadyEnded : OnderwijsFailures.NotSigned).ToProblem();

        var ended = agreement with { BeeindigdOp = clock.GetUtcNow(), Beeindigingsreden = request.Reden };
        await PraktijkovereenkomstStore.EndAsync(await work.OpenAsync(http.RequestAborted), ended, http.RequestAborted);
        ETags.Set(http, ended.Versie + 1);
        return TypedResults.Ok(PraktijkovereenkomstAnswer.Of(ended));
    }
}
