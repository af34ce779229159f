using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class ListNotities
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sociale-vragen/{id:guid}/notities", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Notities bij een sociale vraag")
        .WithDescription("In volgorde van ontstaan. Foutcode: support.sociale-vraag.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<NotitieResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SocialeVraagRows.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return SocialeVraagFailures.Unknown.ToProblem();
        }

        var rows = await connection.QueryAsync<NotitieResponse>(new CommandDefinition(
            """
            SELECT id, buurtassistent_id, tekst, aangemaakt_op
            FROM sociale_vraag_notities
            WHERE sociale_vraag_id = @id AND id > @after
            ORDER BY id
            LIMIT @limit
            """,
            new { id, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<NotitieResponse>.Of([.. rows], page.Size, notitie => Cursor.Encode(notitie.Id)));
    }
}
