using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>GET /activiteiten/{id}</c>: one activity with its version as ETag.</summary>
internal static class GetActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten/{id:guid}", Handle)
        .WithSummary("Activiteit ophalen")
        .WithDescription("Een eigen activiteit, of een gepubliceerde van een andere partner. De ETag is de versie voor If-Match.")
        .MayFail(ActiviteitFailures.Unknown);

    private static async Task<Results<Ok<ActiviteitAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        if (await ActiviteitStore.FindAsync(database, id, partnerId, http.RequestAborted) is not { } row)
            return ActiviteitFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(ActiviteitAnswer.Of(row, partnerId));
    }
}
