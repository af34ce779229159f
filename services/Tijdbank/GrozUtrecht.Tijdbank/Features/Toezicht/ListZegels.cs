using System.ComponentModel;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Toezicht;

/// <summary>The head of the chain at the end of a day.</summary>
public sealed record ZegelAnswer(
    [property: Description("De dag, in UTC.")] DateOnly Datum,
    [property: Description("Nummer van het laatste zegel van die dag.")] long Nummer,
    [property: Description("SHA-256 van dat zegel en alles ervoor, hexadecimaal. Bewaar haar: zo ziet u later of het grootboek is herschreven.")] string Hash,
    DateTimeOffset GepubliceerdOp);

/// <summary><c>GET /grootboek/zegels</c>: the published heads, newest first, for every partner.</summary>
internal static class ListZegels
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/grootboek/zegels", Handle)
        .WithSummary("Dagzegels van het grootboek")
        .WithDescription("Het hoofd van de keten aan het eind van elke dag waarop is verzegeld, nieuwste eerst.");

    private static async Task<Results<Ok<CursorPage<ZegelAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var before = DateOnly.MaxValue;
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 1, out var parts) && DateOnly.TryParseExact(parts[0], "O", out before)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select datum, zegel_nummer, hash, gepubliceerd_op from grootboek.dagzegel where datum < @before order by datum desc limit @count",
            new { before, count = page.Size + 1 },
            cancellationToken: http.RequestAborted));
        return TypedResults.Ok(CursorPage<ZegelAnswer>.Of(
            [.. rows.Select(row => new ZegelAnswer(row.Datum, row.ZegelNummer, Convert.ToHexStringLower(row.Hash), row.GepubliceerdOp))],
            page.Size,
            zegel => Cursor.Encode(zegel.Datum.ToString("O"))));
    }

    private sealed record Row
    {
        public DateOnly Datum { get; init; }

        public long ZegelNummer { get; init; }

        public byte[] Hash { get; init; } = [];

        public DateTimeOffset GepubliceerdOp { get; init; }
    }
}
