using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>GET /preventiebudgetten</c>: the budgets that the caller manages.</summary>
internal static class ListPreventiebudgetten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudgetten")
        .WithDescription("De eigen preventiebudgetten, in volgorde van aanmaken.");

    private static Task<Results<Ok<CursorPage<PreventiebudgetAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) =>
        IdPage.ReadAsync<PreventiebudgetRow, PreventiebudgetAnswer>(
            database,
            page,
            $"SELECT {PreventiebudgetRow.Columns} FROM preventiebudgetten WHERE partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { partnerId = http.User.PartnerId() },
            PreventiebudgetAnswer.Of,
            row => row.Id,
            http.RequestAborted);
}
