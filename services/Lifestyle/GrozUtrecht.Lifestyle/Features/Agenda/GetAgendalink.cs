using Dapper;
using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary><c>GET /agendalinks</c> and <c>GET /agendalinks/{id}</c>: the links that the caller made, without their secrets.</summary>
internal static class GetAgendalink
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/agendalinks", ListAsync)
            .WithName("ListAgendalinks")
            .WithSummary("Agendalinks")
            .WithDescription("De agendalinks die deze partner maakte, in volgorde van aanmaken. Het geheim staat er niet bij.");
        api.MapGet("/agendalinks/{id:guid}", GetAsync)
            .WithName("GetAgendalink")
            .WithSummary("Agendalink ophalen")
            .WithDescription("Een agendalink die deze partner maakte. Het geheim staat er niet bij.")
            .MayFail(AgendalinkFailures.Unknown);
    }

    private static Task<Results<Ok<CursorPage<AgendalinkAnswer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) => IdPage.ReadAsync<AgendalinkRow, AgendalinkAnswer>(
            database,
            page,
            $"SELECT {AgendalinkStore.Columns} FROM agendalinks WHERE partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { partnerId = http.User.PartnerId() },
            AgendalinkAnswer.Of,
            row => row.Id,
            http.RequestAborted);

    private static async Task<Results<Ok<AgendalinkAnswer>, ProblemHttpResult>> GetAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await connection.QuerySingleOrDefaultAsync<AgendalinkRow>(new CommandDefinition(
            $"SELECT {AgendalinkStore.Columns} FROM agendalinks WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId = http.User.PartnerId() },
            cancellationToken: http.RequestAborted)) is { } row
                ? TypedResults.Ok(AgendalinkAnswer.Of(row))
                : AgendalinkFailures.Unknown.ToProblem();
    }
}

/// <summary>A link without its secret.</summary>
public sealed record AgendalinkAnswer(Guid Id, Guid PersoonId, DateTimeOffset AangemaaktOp)
{
    internal static AgendalinkAnswer Of(AgendalinkRow row) => new(row.Id, row.PersoonId, row.AangemaaktOp);
}
