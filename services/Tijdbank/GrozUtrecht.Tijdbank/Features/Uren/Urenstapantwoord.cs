using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>The routes that take one step with one registration differ in the step only.</summary>
internal static class Urenstapantwoord
{
    /// <summary>Describes what every such route can answer.</summary>
    public static RouteHandlerBuilder DescribeStep(this RouteHandlerBuilder route, string summary, string description) => route
        .WithSummary(summary)
        .WithDescription($"{description} Foutcodes: {UrenFailures.StepCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Takes the step and answers with the registration after it.</summary>
    public static async Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> TakeAsync(
        this Urenstappen stappen, HttpContext http, Guid id, Stapverzoek verzoek)
    {
        var answer = await stappen.TakeAsync(http.User, id, verzoek, http.RequestAborted);
        if (answer.Row is not { } row)
        {
            return answer.Failure!.ToProblem();
        }

        ETags.Set(http, row.Versie);
        return TypedResults.Ok(UrenregistratieAnswer.Of(row));
    }
}
