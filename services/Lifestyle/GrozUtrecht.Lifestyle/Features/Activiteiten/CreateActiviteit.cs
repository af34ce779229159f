using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
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
        var row = new ActiviteitRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Version = 1,
            Status = Words.Of(ActiviteitStatus.Concept),
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            Dimensies = Words.Of(body.Dimensies),
            Drempels = Words.Of(body.Drempels),
            Postcode = body.Postcode,
            Gebied = gebied!.Code,
            Locatienaam = body.Locatienaam,
            PrijsCenten = body.PrijsCenten,
            Capaciteit = body.Capaciteit,
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        await ActiviteitStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", ActiviteitAnswer.Of(row, row.PartnerId));
    }
}
