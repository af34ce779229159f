using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class ListOpvolgingen
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sociale-vragen/op-te-volgen", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Vragen die vandaag weer aandacht vragen")
        .WithDescription("Vragen met een opvolgdatum van vandaag of eerder die niet zijn afgerond; wat het langst bleef liggen eerst.");

    private static async Task<Results<Ok<CursorPage<SocialeVraagResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze buurt.")] Guid? buurtId,
        [Description("Alleen van deze buurtassistent.")] Guid? buurtassistentId,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (afterDay, afterId) = (DateOnly.MinValue, Guid.Empty);
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 2, out var parts)
                && DateOnly.TryParseExact(parts[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out afterDay)
                && Guid.TryParseExact(parts[1], "N", out afterId)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SocialeVraagRow>(new CommandDefinition(
            $"""
            SELECT {SocialeVraagRow.Columns}
            FROM sociale_vragen
            WHERE partner_id = @partnerId AND status <> 'afgerond' AND opvolg_datum <= @today AND (opvolg_datum, id) > (@afterDay, @afterId)
              AND (@buurtId::uuid IS NULL OR buurt_id = @buurtId) AND (@buurtassistentId::uuid IS NULL OR buurtassistent_id = @buurtassistentId)
            ORDER BY opvolg_datum, id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), today = NederlandseTijd.DayOf(now), afterDay, afterId, buurtId, buurtassistentId, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<SocialeVraagResponse>.Of(
            [.. rows.Select(row => row.ToResponse(now))],
            page.Size,
            vraag => Cursor.Encode(vraag.OpvolgDatum!.Value.ToString(DayFormat, CultureInfo.InvariantCulture), vraag.Id.ToString("N"))));
    }
}
