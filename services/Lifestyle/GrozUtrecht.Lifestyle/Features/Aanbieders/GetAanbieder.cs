using Dapper;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary><c>GET /aanbieders/{id}</c>: an aanbieder of one's own, or one that is verified; a coordinator sees them all.</summary>
internal static class GetAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanbieders/{id:guid}", Handle)
        .WithSummary("Aanbieder ophalen")
        .WithDescription("Een eigen aanbieder, een geverifieerde van een ander, of elke voor wie coördineert.")
        .MayFail(AanbiederFailures.Unknown);

    private static async Task<Results<Ok<AanbiederAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var partnerId = http.User.PartnerId();
        var row = await connection.QuerySingleOrDefaultAsync<AanbiederRow>(new CommandDefinition(
            $"SELECT {AanbiederStore.Columns} FROM aanbieders WHERE id = @id AND (partner_id = @partnerId OR status = 'geverifieerd' OR @coordinates)",
            new { id, partnerId, coordinates = http.User.HasScope(AanbiedersSetup.CoordinatorScope) },
            cancellationToken: http.RequestAborted));
        if (row is null)
            return AanbiederFailures.Unknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(AanbiederAnswer.Of(row, partnerId));
    }
}
