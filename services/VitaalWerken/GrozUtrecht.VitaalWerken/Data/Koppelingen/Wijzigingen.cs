using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>Which suppliers changed since a snapshot of the database, and the snapshot up to which this is the answer.</summary>
internal sealed record Wijzigingen
{
    /// <summary>A snapshot before every transaction: everything changed since.</summary>
    public const string Never = "1:1:";

    /// <summary>As PostgreSQL writes it: its oldest running transaction, its next one, and those in between that run.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The server was set back to an earlier moment, and numbers its transactions anew.</summary>
    public required bool IsSetBack { get; init; }

    public required Guid[] LeverancierIds { get; init; }

    /// <summary>
    /// One statement sees one snapshot, so that what it does not see yet is what the next one looks for: transactions that had not begun,
    /// or were running. One that commits late is never missed, and one that runs for hours makes nothing be read twice.
    /// </summary>
    public static Task<Wijzigingen> SinceAsync(NpgsqlConnection connection, string since, CancellationToken cancellationToken)
    {
        var parts = since.Split(':');
        return connection.QuerySingleAsync<Wijzigingen>(new CommandDefinition(
            """
            SELECT pg_current_snapshot()::text AS snapshot,
              pg_snapshot_xmax(pg_current_snapshot()) < @next::xid8 AS is_set_back,
              ARRAY(
                SELECT leverancier_id FROM koppelmerken WHERE gewijzigd_in >= @next::xid8 OR gewijzigd_in = ANY (@running::xid8[])
              ) AS leverancier_ids
            """,
            new { next = parts[1], running = $"{{{parts[2]}}}" },
            cancellationToken: cancellationToken));
    }
}
