using Dapper;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>GET /activiteiten/{id}/reeksen/{reeksId}</c>: one series of the caller's own activity.</summary>
internal static class GetReeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten/{id:guid}/reeksen/{reeksId:guid}", Handle)
        .WithSummary("Reeks ophalen")
        .WithDescription("Een reeks van een eigen activiteit. De sessies zelf staan bij de activiteit.")
        .MayFail(ReeksFailures.Unknown);

    private static async Task<Results<Ok<ReeksAnswer>, ProblemHttpResult>> Handle(Guid id, Guid reeksId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<ReeksRow>(new CommandDefinition(
            $"SELECT {ReeksStore.Columns} FROM reeksen WHERE id = @reeksId AND activiteit_id = @id AND partner_id = @partnerId",
            new { reeksId, id, partnerId = http.User.PartnerId() },
            cancellationToken: http.RequestAborted));
        if (row is null)
            return ReeksFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(ReeksAnswer.Of(row));
    }
}
