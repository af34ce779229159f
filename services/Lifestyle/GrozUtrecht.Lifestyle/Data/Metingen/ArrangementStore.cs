using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>SQL on arrangements. They stand under a pseudonym; who it is, is not asked here.</summary>
internal static class ArrangementStore
{
    public const string Columns =
        """
        id, partner_id, version, pseudoniem, doelgroep, gebied, status, geldende_versie, vragenlijsten, aangemaakt_op, start_datum, beeindigd_op
        """;

    private const int MaximumShown = 100;

    public static Task InsertAsync(NpgsqlConnection connection, ArrangementRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO metingen.arrangementen ({Columns})
            VALUES (@Id, @PartnerId, @Version, @Pseudoniem, @Doelgroep, @Gebied, @Status, @GeldendeVersie, @Vragenlijsten, @AangemaaktOp, @StartDatum, @BeeindigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, ArrangementRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE metingen.arrangementen
            SET version = @Version, status = @Status, geldende_versie = @GeldendeVersie, start_datum = @StartDatum, beeindigd_op = @BeeindigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The guide's arrangement; null when it is another's.</summary>
    public static Task<ArrangementRow?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ArrangementRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.arrangementen WHERE id = @id AND partner_id = @partnerId", new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>The guide's arrangement, locked.</summary>
    public static Task<ArrangementRow?> LockOfGuideAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ArrangementRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.arrangementen WHERE id = @id AND partner_id = @partnerId FOR UPDATE",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>The person's own arrangement, locked.</summary>
    public static Task<ArrangementRow?> LockOfPersonAsync(NpgsqlConnection connection, Guid id, Guid pseudoniem, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ArrangementRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.arrangementen WHERE id = @id AND pseudoniem = @pseudoniem FOR UPDATE",
            new { id, pseudoniem },
            cancellationToken: cancellationToken));

    /// <summary>All arrangements of one person, the newest first.</summary>
    public static async Task<IReadOnlyList<ArrangementRow>> ListOfPersonAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ArrangementRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.arrangementen WHERE pseudoniem = @pseudoniem ORDER BY id DESC LIMIT {MaximumShown}",
            new { pseudoniem },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<Guid?> PseudoniemAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "SELECT pseudoniem FROM metingen.arrangementen WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>True when this partner guides or guided this person.</summary>
    public static Task<bool> GuidesAsync(NpgsqlConnection connection, Guid pseudoniem, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM metingen.arrangementen WHERE pseudoniem = @pseudoniem AND partner_id = @partnerId AND geldende_versie IS NOT NULL)",
            new { pseudoniem, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>True when there is an arrangement that has not ended, with this guide or, when it runs, with any.</summary>
    public static Task<bool> HasAnotherAsync(
        NpgsqlConnection connection, Guid pseudoniem, Guid? partnerId, bool running, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM metingen.arrangementen
              WHERE pseudoniem = @pseudoniem AND (@partnerId::uuid IS NULL OR partner_id = @partnerId)
                AND (status = 'lopend' OR (NOT @running AND status IN ('voorgesteld', 'overeengekomen'))))
            """,
            new { pseudoniem, partnerId, running },
            cancellationToken: cancellationToken));
}
