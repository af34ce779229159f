using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class ListVoorstellen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/voorstellen", HandleAsync)
        .WithSummary("Voorstellen bij een hulpvraag")
        .WithDescription("Alle helpers die voor deze hulpvraag gevraagd zijn, in volgorde van vragen.")
        .MayFail(HulpvraagFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<VoorstelResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HulpvraagStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        var rows = await connection.QueryAsync<VoorstelRow>(new CommandDefinition(
            $"SELECT {VoorstelRow.Columns} FROM voorstellen WHERE hulpvraag_id = @id AND id > @after ORDER BY id LIMIT @limit",
            new { id, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<VoorstelResponse>.Of(
            [.. rows.Select(row => row.ToResponse())], page.Size, voorstel => Cursor.Encode(voorstel.Id)));
    }
}
