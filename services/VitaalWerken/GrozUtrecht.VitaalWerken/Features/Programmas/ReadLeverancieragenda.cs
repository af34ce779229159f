using System.ComponentModel;
using System.Globalization;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Features.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>For what a supplier is booked.</summary>
internal enum Boekingsbron
{
    Inspiratiebijeenkomst,
    Programma,
}

/// <summary>When a supplier is booked.</summary>
internal sealed record BoekingAnswer(
    [property: Description("Waarvoor de leverancier is geboekt.")] Boekingsbron Bron,
    [property: Description("Id van de inspiratiebijeenkomst of het programma.")] Guid BronId,
    [property: Description("Begin.")] DateTimeOffset BegintOp,
    [property: Description("Einde.")] DateTimeOffset EindigtOp);

/// <summary><c>GET /leveranciers/{id}/agenda</c> and <c>/programmas</c>: what a supplier is booked for, and what was proposed to it.</summary>
internal static class ReadLeverancieragenda
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/leveranciers/{id:guid}/agenda", Agenda)
            .WithName("GetLeverancieragenda")
            .WithSummary("Agenda van een eigen leverancier")
            .WithDescription("Waarvoor de leverancier is geboekt, in volgorde van tijd. Alleen voor de leverancier zelf.")
            .MayFail(LeverancierFailures.Unknown);
        api.MapGet("/leveranciers/{id:guid}/programmas", Programmas)
            .WithName("ListProgrammasOfLeverancier")
            .WithSummary("Programma's van een eigen leverancier")
            .WithDescription("Programma's waarvan een versie met een module van deze leverancier is voorgesteld. Alleen voor de leverancier zelf.")
            .MayFail(LeverancierFailures.Unknown);
    }

    private static async Task<Results<Ok<CursorPage<BoekingAnswer>>, ProblemHttpResult>> Agenda(
        Guid id,
        [FromQuery(Name = "vanaf"), Description("Boekingen die daarna eindigen; nu als u niets zegt.")] DateTimeOffset? vanaf,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database,
        TimeProvider clock)
    {
        if (!TryReadCursor(page.Cursor, out var after, out var afterId))
            return RequestFailures.CursorInvalid.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (!await IsOwnAsync(connection, id, http))
            return LeverancierFailures.Unknown.ToProblem();

        var rows = (await connection.QueryAsync<BoekingRow>(new CommandDefinition(
            """
            SELECT id, bron, bron_id, begint_op, eindigt_op
            FROM leveranciersboekingen
            WHERE leverancier_id = @id AND eindigt_op > @vanaf AND (begint_op, id) > (@after, @afterId)
            ORDER BY begint_op, id
            LIMIT @take
            """,
            new { id, vanaf = vanaf ?? clock.GetUtcNow(), after, afterId, take = page.Size + 1 },
            cancellationToken: http.RequestAborted))).AsList();
        var next = rows.Count > page.Size ? rows[page.Size - 1] : null;
        return TypedResults.Ok(new CursorPage<BoekingAnswer>(
            [.. rows.Take(page.Size).Select(row => row.Answer)],
            next is null ? null : Cursor.Encode(next.BegintOp.UtcTicks.ToString(CultureInfo.InvariantCulture), next.Id.ToString("N"))));
    }

    private static async Task<Results<Ok<CursorPage<ProgrammaAnswer>>, ProblemHttpResult>> Programmas(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (!await IsOwnAsync(connection, id, http))
                return LeverancierFailures.Unknown.ToProblem();
        }

        return await IdPage.ReadAsync<ProgrammaRow, ProgrammaAnswer>(
            database,
            page,
            $"""
            SELECT {ProgrammaStore.Columns} FROM programmas
            WHERE id > @after AND id IN (
              SELECT module.programma_id
              FROM modules AS module
              JOIN programmaversies AS versie USING (programma_id, versie)
              WHERE module.leverancier_id = @id AND versie.voorgesteld_op IS NOT NULL)
            ORDER BY id LIMIT @limit
            """,
            new { id },
            ProgrammaAnswer.Of,
            row => row.Id,
            http.RequestAborted);
    }

    private static async Task<bool> IsOwnAsync(NpgsqlConnection connection, Guid id, HttpContext http) =>
        await LeverancierStore.FindAsync(connection, id, http.RequestAborted) is { } row && row.PartnerId == http.User.PartnerId();

    private static bool TryReadCursor(string? cursor, out DateTimeOffset after, out Guid afterId)
    {
        (after, afterId) = (DateTimeOffset.MinValue, Guid.Empty);
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Cursor.TryDecode(cursor, 2, out var parts)
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(parts[1], "N", out afterId))
        {
            return false;
        }

        after = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private sealed record BoekingRow
    {
        public required Guid Id { get; init; }

        public required string Bron { get; init; }

        public required Guid BronId { get; init; }

        public required DateTimeOffset BegintOp { get; init; }

        public required DateTimeOffset EindigtOp { get; init; }

        public BoekingAnswer Answer =>
            new(ServiceDefaults.Data.Words.Read<Boekingsbron>(Bron), BronId, BegintOp, EindigtOp);
    }
}
