using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>When it will be delivered.</summary>
public sealed record BijdrageplanningBody([property: Description("De dag van levering; in een nieuwe planning een andere.")] DateOnly Datum);

/// <summary><c>PUT /bijdragen/{id}/planning</c>.</summary>
internal static class PlanBijdrage
{
    private const int MaximumYears = 2;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/bijdragen/{id:guid}/planning", Handle)
        .WithSummary("Levering plannen")
        .WithDescription("Door wie geeft, vanaf vandaag tot twee jaar vooruit; plannen kan opnieuw. Stuur in If-Match de ETag die u zag.")
        .MayFail([.. Bijdragestap.Failures, BijdrageFailures.DayUnfit]);

    private static Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Handle(
        Guid id, BijdrageplanningBody body, HttpContext http, Bijdragestap stap) =>
        stap.TakeAsync(http, id, Bijdragehandeling.Plannen, (row, today) => (
            row with { GeplandDatum = body.Datum }, body.Datum < today || body.Datum > today.AddYears(MaximumYears) ? BijdrageFailures.DayUnfit : null));
}
