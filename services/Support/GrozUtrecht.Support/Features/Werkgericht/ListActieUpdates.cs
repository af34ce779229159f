using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Werkgericht;

internal static class ListActieUpdates
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtacties/{id:guid}/updates", HandleAsync)
        .WithSummary("Hoe het met een buurtactie gaat")
        .WithDescription("In volgorde van ontstaan. Foutcode: support.buurtactie.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<ActieUpdateResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await ActieStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return WerkgerichtFailures.ActieUnknown.ToProblem();
        }

        var rows = await connection.QueryAsync<ActieUpdateResponse>(new CommandDefinition(
            "SELECT id, netwerklid_id, tekst, aangemaakt_op FROM buurtactie_updates WHERE actie_id = @id AND id > @after ORDER BY id LIMIT @limit",
            new { id, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<ActieUpdateResponse>.Of([.. rows], page.Size, update => Cursor.Encode(update.Id)));
    }
}
