using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>POST /activiteiten/{id}/intrekking</c>: the activity is no longer offered.</summary>
internal static class WithdrawActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/intrekking", Handle)
        .WithSummary("Activiteit intrekken")
        .WithDescription(
            "Haalt een gepubliceerde activiteit uit het aanbod; andere partners zien haar dan niet meer. "
            + "Stuur in If-Match de ETag van de versie die u intrekt.")
        .MayFail(ActiviteitFailures.Change)
        .MayFail(ActiviteitFailures.NotPublished);

    private static async Task<Results<Ok<ActiviteitAnswer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnActiviteit.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (ActiviteitRules.Withdraw(Words.Read<ActiviteitStatus>(row.Status)) is { } refusal)
            return ActiviteitFailures.Of(refusal).ToProblem();

        var now = clock.GetUtcNow();
        var changed = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(ActiviteitStatus.Ingetrokken),
            GewijzigdOp = now,
            IngetrokkenOp = now,
        };
        work.Publish(new ActiviteitWithdrawn
        {
            ActiviteitId = changed.Id,
            Version = changed.Version,
            PartnerId = changed.PartnerId,
            Gebied = changed.Gebied,
            OpgetredenOp = now,
        });
        return TypedResults.Ok(await OwnActiviteit.SaveAsync(http, work, changed));
    }
}
