using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>POST /activiteiten</c>: a partner drafts an activity.</summary>
internal static class CreateActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten", Handle)
        .WithSummary("Activiteit aanmaken")
        .WithDescription("Maakt een activiteit als concept. Voeg daarna sessies toe en publiceer. De postcode bepaalt het gebied.")
        .MayFail(ActiviteitFailures.Description);

    private static async Task<Results<Created<ActiviteitAnswer>, ProblemHttpResult>> Handle(
        ActiviteitBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse(out var gebied) is { } failure)
            return failure.ToProblem();

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (!await AanbiederStore.IsOwnAsync(connection, body.AanbiederId, http.User.PartnerId(), http.RequestAborted))
            return ActiviteitFailures.AanbiederUnknown.ToProblem();

        var row = body.NewRow(Guid.CreateVersion7(now), http.User.PartnerId(), gebied!, now);
        await ActiviteitStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", ActiviteitAnswer.Of(row, row.PartnerId));
    }
}
