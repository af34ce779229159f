using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data;

/// <summary>SQL on <c>bedrijven</c>. Who may see or change a row is decided in the WHERE.</summary>
internal static class BedrijfStore
{
    public const string Columns =
        """
        id, partner_id, version, kvk_nummer, vestigingsnummer, naam, sector, grootteklasse, postcode, gebied, status,
        aangemaakt_op, belangstellend_op, lid_op, vertrokken_op
        """;

    /// <summary>Adds the company, or nothing and false when it takes part in this network already or its vestiging is another company's.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, BedrijfRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO bedrijven ({Columns})
            VALUES (@Id, @PartnerId, @Version, @KvkNummer, @Vestigingsnummer, @Naam, @Sector, @Grootteklasse, @Postcode, @Gebied, @Status,
                    @AangemaaktOp, @BelangstellendOp, @LidOp, @VertrokkenOp)
            ON CONFLICT DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>True when this vestiging was registered under another KvK number.</summary>
    public static async Task<bool> IsVestigingOfAnotherAsync(
        NpgsqlConnection connection, string? vestigingsnummer, string kvkNummer, CancellationToken cancellationToken) =>
        vestigingsnummer is not null && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM bedrijven WHERE vestigingsnummer = @vestigingsnummer AND kvk_nummer <> @kvkNummer)",
            new { vestigingsnummer, kvkNummer },
            cancellationToken: cancellationToken));

    /// <summary>Writes what a company may change of itself, of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, BedrijfRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE bedrijven SET version = @Version, naam = @Naam, sector = @Sector, grootteklasse = @Grootteklasse WHERE id = @Id",
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes the status of a row that this transaction has locked.</summary>
    public static Task UpdateStatusAsync(NpgsqlConnection connection, BedrijfRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE bedrijven
            SET version = @Version, status = @Status, lid_op = @LidOp, vertrokken_op = @VertrokkenOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

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
