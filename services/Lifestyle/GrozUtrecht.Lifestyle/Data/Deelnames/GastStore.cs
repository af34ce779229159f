using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Deelnames;

/// <summary>SQL on <c>contact.gasten</c>: how to reach who takes part without an account, per partner that registered them.</summary>
internal static class GastStore
{
    /// <summary>Who has this contact already is the same guest; their data are kept until the later of both moments.</summary>
    public static Task<Guid> SaveAsync(NpgsqlConnection connection, GastRow row, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
            """
            INSERT INTO contact.gasten (id, partner_id, naam, bereikbaar_op, aangemaakt_op, bewaren_tot)
            VALUES (@Id, @PartnerId, @Naam, @BereikbaarOp, @AangemaaktOp, @BewarenTot)
            ON CONFLICT ON CONSTRAINT one_gast_per_contact
            DO UPDATE SET naam = excluded.naam, bewaren_tot = greatest(gasten.bewaren_tot, excluded.bewaren_tot)
            RETURNING id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<GastRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<GastRow>(new CommandDefinition(
            "SELECT id, partner_id, naam, bereikbaar_op, aangemaakt_op, bewaren_tot FROM contact.gasten WHERE id = @id",
            new { id },
            cancellationToken: cancellationToken));

    public static Task<int> ForgetAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("DELETE FROM contact.gasten WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Forgets those whose time has come, a bounded number at once.</summary>
    public static Task<int> ForgetExpiredAsync(NpgsqlConnection connection, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM contact.gasten
            WHERE id IN (SELECT id FROM contact.gasten WHERE bewaren_tot <= @now ORDER BY bewaren_tot LIMIT @limit FOR UPDATE SKIP LOCKED)
            """,
            new { now, limit },
            cancellationToken: cancellationToken));
}

/// <summary>One row of <c>contact.gasten</c>.</summary>
internal sealed record GastRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Naam { get; init; }

    public required string BereikbaarOp { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset BewarenTot { get; init; }
}
