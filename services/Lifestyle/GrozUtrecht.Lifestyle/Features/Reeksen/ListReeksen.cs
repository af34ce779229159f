using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>GET /activiteiten/{id}/reeksen</c>: the series of the caller's own activity.</summary>
internal static class ListReeksen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten/{id:guid}/reeksen", Handle)
        .WithSummary("Reeksen van een activiteit")
        .WithDescription("De reeksen van een eigen activiteit, in volgorde van aanmaken, ook die klaar zijn.");

    private static Task<Results<Ok<CursorPage<ReeksAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) => IdPage.ReadAsync<ReeksRow, ReeksAnswer>(
            database,
            page,
            $"SELECT {ReeksStore.Columns} FROM reeksen WHERE activiteit_id = @id AND partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { id, partnerId = http.User.PartnerId() },
            ReeksAnswer.Of,
            row => row.Id,
            http.RequestAborted);
}
