using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>PUT /activiteiten/{id}</c>: the owner replaces the facts of an activity, in whatever state it is.</summary>
internal static class UpdateActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/activiteiten/{id:guid}", Handle)
        .WithSummary("Activiteit wijzigen")
        .WithDescription("Vervangt de gegevens van een eigen activiteit. Stuur in If-Match de ETag van de versie die u wijzigt.")
        .MayFail(ActiviteitFailures.Change)
        .MayFail(ActiviteitFailures.Description);

    private static async Task<Results<Ok<ActiviteitAnswer>, ProblemHttpResult>> Handle(
        Guid id, ActiviteitBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnActiviteit.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (body.Refuse(out var gebied) is { } refused)
            return refused.ToProblem();

        var changed = row with
        {
            Version = row.Version + 1,
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            Dimensies = Words.Of(body.Dimensies),
            Drempels = Words.Of(body.Drempels),
            Postcode = body.Postcode,
            Gebied = gebied!.Code,
            Locatienaam = body.Locatienaam,
            PrijsCenten = body.PrijsCenten,
            Capaciteit = body.Capaciteit,
            GewijzigdOp = clock.GetUtcNow(),
        };
        return TypedResults.Ok(await OwnActiviteit.SaveAsync(http, work, changed));
    }
}
