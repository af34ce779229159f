using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Signalen;

internal static class ListSignalen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtsignalen", HandleAsync)
        .WithSummary("Wat bewoners belangrijk vinden")
        .WithDescription(
            "De signalen van de eigen organisatie, wat de meeste bijval heeft eerst; eventueel van een buurt, over een thema of met een status. "
            + "Een signaal dat is samengevoegd staat er alleen als u om die status vraagt.");

    private static async Task<Results<Ok<CursorPage<SignaalResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze buurt.")] Guid? buurtId,
        [Description("Alleen over dit thema.")]
        [AllowedValues(null, "veiligheid", "groen", "ontmoeting", "wonen", "verkeer", "gezondheid", "jeugd", "werk-en-geld", "anders",
            ErrorMessage = "Dit thema bestaat niet.")]
        string? thema,
        [Description("nieuw, in-behandeling, omgezet, teruggekoppeld, niet-haalbaar of samengevoegd.")]
        [AllowedValues(null, "nieuw", "in-behandeling", "omgezet", "teruggekoppeld", "niet-haalbaar", "samengevoegd", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (beforeCount, beforeId) = (int.MaxValue, Guid.AllBitsSet);
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 2, out var parts)
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out beforeCount)
                && Guid.TryParseExact(parts[1], "N", out beforeId)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<SignaalRow>(new CommandDefinition(
            $"""
            SELECT * FROM (
              SELECT {SignaalRow.Columns}
              FROM buurtsignalen s
              WHERE s.partner_id = @partnerId AND (s.status = @status OR (@status::text IS NULL AND s.status <> @merged))
                AND (@buurtId::uuid IS NULL OR s.buurt_id = @buurtId) AND (@thema::text IS NULL OR s.thema = @thema)) signalen
            WHERE (bijval, id) < (@beforeCount, @beforeId)
            ORDER BY bijval DESC, id DESC
            LIMIT @limit
            """,
            new
            {
                partnerId = caller.PartnerId(),
                status,
                merged = Words<SignaalStatus>.Of(SignaalStatus.Samengevoegd),
                buurtId,
                thema,
                since = clock.GetUtcNow() - SignaalRow.TrendSpan,
                beforeCount,
                beforeId,
                limit = page.Size + 1,
            },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<SignaalResponse>.Of(
            [.. rows.Select(row => row.ToResponse())],
            page.Size,
            signaal => Cursor.Encode(signaal.Bijval.ToString(CultureInfo.InvariantCulture), signaal.Id.ToString("N"))));
    }
}
