using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data;

/// <summary>SQL on <c>bedrijven</c>. Who may see or change a row is decided in the WHERE.</summary>
internal static class BedrijfStore
{
    private const string Columns =
        """
        id, partner_id, version, kvk_nummer, vestigingsnummer, naam, sector, grootteklasse, postcode, gebied, status,
        aangemaakt_op, belangstellend_op, lid_op, vertrokken_op
        """;

    /// <summary>Adds the company, or nothing and false when it takes part in this network already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, BedrijfRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO bedrijven ({Columns})
            VALUES (@Id, @PartnerId, @Version, @KvkNummer, @Vestigingsnummer, @Naam, @Sector, @Grootteklasse, @Postcode, @Gebied, @Status,
                    @AangemaaktOp, @BelangstellendOp, @LidOp, @VertrokkenOp)
            ON CONFLICT (gebied, kvk_nummer) WHERE status <> 'vertrokken' DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>The partner's own company, locked until the transaction ends.</summary>
    public static Task<BedrijfRow?> LockOwnAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BedrijfRow>(new CommandDefinition(
            $"SELECT {Columns} FROM bedrijven WHERE id = @id AND partner_id = @partnerId FOR UPDATE",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Writes the status of a row that this transaction has locked.</summary>
    public static Task UpdateStatusAsync(NpgsqlConnection connection, BedrijfRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE bedrijven
            SET version = @Version, status = @Status, lid_op = @LidOp, vertrokken_op = @VertrokkenOp
            WHERE id = @Id AND partner_id = @PartnerId
            """,
            row,
            cancellationToken: cancellationToken));

    public static async Task<BedrijfRow?> FindOwnAsync(
        NpgsqlDataSource database, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<BedrijfRow>(new CommandDefinition(
            $"SELECT {Columns} FROM bedrijven WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>The company of whichever partner: who asks must look at the rights, as <c>Toegang</c> does.</summary>
    public static Task<BedrijfRow?> FindAnyAsync(NpgsqlConnection connection, Guid id, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BedrijfRow>(new CommandDefinition(
            $"SELECT {Columns} FROM bedrijven WHERE id = @id{(isLocked ? " FOR UPDATE" : "")}", new { id }, cancellationToken: cancellationToken));

    /// <summary>One page in order of registration, with one row more than the page holds when there is another page.</summary>
    public static async Task<IReadOnlyList<BedrijfRow>> ListOwnAsync(
        NpgsqlDataSource database, BedrijfFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<BedrijfRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM bedrijven
            WHERE partner_id = @PartnerId
              AND id > @After
              AND (@Gebied::text IS NULL OR gebied = @Gebied)
              AND (@Status::text IS NULL OR status = @Status)
            ORDER BY id
            LIMIT @Take
            """,
            filter,
            cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>What a list of companies asks for; null is no filter.</summary>
internal sealed record BedrijfFilter(Guid PartnerId, Guid After, int Take, string? Gebied, string? Status);
