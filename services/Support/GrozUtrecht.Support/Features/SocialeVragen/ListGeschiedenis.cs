using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>One step of a question.</summary>
internal sealed record StapResponse(
    [property: Description("Wat er gebeurde.")] Stap Stap,
    [property: Description("Wie de vraag daarna heeft.")] Guid? BuurtassistentId,
    [property: Description("Wanneer.")] DateTimeOffset OpgetredenOp);

internal static class ListGeschiedenis
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sociale-vragen/{id:guid}/geschiedenis", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wat er met een sociale vraag gebeurde")
        .WithDescription("Elke stap, in volgorde. Foutcode: support.sociale-vraag.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<StapResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        long after = 0;
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 1, out var parts) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out after)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SocialeVraagRows.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return SocialeVraagFailures.Unknown.ToProblem();
        }

        var rows = await StappenStore.ListAsync(connection, id, after, page.Size + 1, cancellationToken);
        var shown = CursorPage<StapRow>.Of(rows, page.Size, row => Cursor.Encode(row.Id.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new CursorPage<StapResponse>([.. shown.Items.Select(row => row.ToResponse())], shown.Volgende));
    }
}
