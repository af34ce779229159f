using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Behoeften;

/// <summary>SQL on <c>medewerkersscans</c> and on the answers to them.</summary>
internal static class ScanStore
{
    public const string Columns =
        "id, bedrijf_id, status, sluit_datum, groepen, codes_maximum, codes_uitgegeven, geopend_op, gesloten_op, aantal";

    /// <summary>False when another scan of the company is open.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, ScanRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkersscans (id, bedrijf_id, status, sluit_datum, groepen, codes_maximum, geopend_op)
            VALUES (@Id, @BedrijfId, @Status, @SluitDatum, @Groepen, @CodesMaximum, @GeopendOp)
            ON CONFLICT (bedrijf_id) WHERE status = 'open' DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    public static Task<DateTimeOffset?> LastClosedAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(
            "SELECT max(gesloten_op) FROM medewerkersscans WHERE bedrijf_id = @bedrijfId", new { bedrijfId }, cancellationToken: cancellationToken));

    public static Task<ScanRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ScanRow>(new CommandDefinition(
            $"SELECT {Columns} FROM medewerkersscans WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    public static Task<ScanRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ScanRow>(new CommandDefinition(
            $"SELECT {Columns} FROM medewerkersscans WHERE id = @id FOR NO KEY UPDATE", new { id }, cancellationToken: cancellationToken));

    /// <summary>Holds the scan as it stands until the transaction ends, beside others who do the same.</summary>
    public static Task<ScanRow?> HoldAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ScanRow>(new CommandDefinition(
            $"SELECT {Columns} FROM medewerkersscans WHERE id = @id FOR SHARE", new { id }, cancellationToken: cancellationToken));

    /// <summary>An open scan whose last day is over; locked, and passing over what another replica holds.</summary>
    public static Task<ScanRow?> LockDueAsync(NpgsqlConnection connection, DateOnly today, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<ScanRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM medewerkersscans
            WHERE status = 'open' AND sluit_datum < @today
            ORDER BY sluit_datum
            LIMIT 1
            FOR NO KEY UPDATE SKIP LOCKED
            """,
            new { today },
            cancellationToken: cancellationToken));

    public static Task CountCodesAsync(NpgsqlConnection connection, Guid id, int count, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE medewerkersscans SET codes_uitgegeven = codes_uitgegeven + @count WHERE id = @id", new { id, count }, cancellationToken: cancellationToken));

    public static Task AnswerAsync(NpgsqlConnection connection, Guid scanId, Scanantwoord antwoord, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO medewerkers.scanantwoorden (scan_id, groep, cijfers, wensen) VALUES (@scanId, @Groep, @Cijfers, @wensen)",
            new { scanId, antwoord.Groep, antwoord.Cijfers, wensen = Words.Of<Onderwerp>([.. antwoord.Wensen]) },
            cancellationToken: cancellationToken));

    /// <summary>Takes all answers away, and with them the codes that nobody used.</summary>
    public static async Task<IReadOnlyList<Scanantwoord>> TakeAsync(NpgsqlConnection connection, Guid scanId, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM medewerkers.uitnodigingscodes WHERE soort = @soort AND doel_id = @scanId",
            new { soort = Uitnodigingsoort.Medewerkersscan, scanId },
            cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<(int Groep, int[] Cijfers, string[] Wensen)>(new CommandDefinition(
            "DELETE FROM medewerkers.scanantwoorden WHERE scan_id = @scanId RETURNING groep, cijfers, wensen",
            new { scanId },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new Scanantwoord(row.Groep, row.Cijfers, Words.Read<Onderwerp>(row.Wensen)))];
    }

    public static Task CloseAsync(NpgsqlConnection connection, ScanRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE medewerkersscans SET status = @Status, gesloten_op = @GeslotenOp, aantal = @Aantal WHERE id = @Id",
            row,
            cancellationToken: cancellationToken));
}
