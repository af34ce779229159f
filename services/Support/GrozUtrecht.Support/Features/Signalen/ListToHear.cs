using System.ComponentModel;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>Somebody who is still to hear what became of a signal.</summary>
internal sealed record ToHearResponse([property: Description("De persoon.")] Guid PersoonId);

internal static class ListToHear
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtsignalen/{id:guid}/te-horen", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wie moet nog horen wat er van een buurtsignaal werd")
        .WithDescription("Wie het meldde of bijviel en nog niets hoorde. Foutcode: support.buurtsignaal.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<ToHearResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SignaalStore.FindAsync(connection, caller.PartnerId(), id, clock.GetUtcNow(), cancellationToken) is null)
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        // The cursor stands in addresses, so it names the bijval and not the person.
        var rows = await connection.QueryAsync<(Guid Id, Guid PersoonId)>(new CommandDefinition(
            """
            SELECT id, persoon_id FROM bijval
            WHERE signaal_id = @id AND persoon_id IS NOT NULL AND id > @after AND gehoord_op IS NULL
            ORDER BY id
            LIMIT @limit
            """,
            new { id, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        var shown = CursorPage<(Guid Id, Guid PersoonId)>.Of([.. rows], page.Size, row => Cursor.Encode(row.Id));
        return TypedResults.Ok(new CursorPage<ToHearResponse>([.. shown.Items.Select(row => new ToHearResponse(row.PersoonId))], shown.Volgende));
    }
}
