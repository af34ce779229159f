using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>GET /preventiebudgetten/{id}/declaraties</c>.</summary>
internal static class ListDeclaraties
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}/declaraties", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Declaraties van een preventiebudget")
        .WithDescription("De gesloten maanden, oudste eerst.")
        .MayFail(PreventiebudgetFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<DeclaratieAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (await PreventiebudgetStore.FindOwnAsync(database, id, http.User.PartnerId(), http.RequestAborted) is null)
            return PreventiebudgetFailures.Unknown.ToProblem();
        return await IdPage.ReadAsync<DeclaratieRow, DeclaratieAnswer>(
            database,
            page,
            $"SELECT {DeclaratieRow.Columns} FROM declaraties WHERE budget_id = @id AND id > @after ORDER BY id LIMIT @limit",
            new { id },
            DeclaratieAnswer.Of,
            row => row.Id,
            http.RequestAborted);
    }
}
