using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>GET /preventiebudgetten/{id}</c>.</summary>
internal static class GetPreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget ophalen")
        .WithDescription("De afspraken van een eigen preventiebudget, met de ETag om het te wijzigen.")
        .MayFail(PreventiebudgetFailures.Unknown);

    private static async Task<Results<Ok<PreventiebudgetAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        if (await PreventiebudgetStore.FindOwnAsync(database, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return PreventiebudgetFailures.Unknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(PreventiebudgetAnswer.Of(row));
    }
}
