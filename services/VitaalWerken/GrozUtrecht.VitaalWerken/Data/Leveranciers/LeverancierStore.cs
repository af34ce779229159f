using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Leveranciers;

/// <summary>SQL on <c>leveranciers</c>. Who may see or change a row is decided in the WHERE.</summary>
internal static class LeverancierStore
{
    public const string Columns =
        "id, partner_id, version, soort, status, naam, omschrijving, kvk_nummer, postcode, gebied, beoordeling, aangemaakt_op, gewijzigd_op";

    public static Task InsertAsync(NpgsqlConnection connection, LeverancierRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO leveranciers ({Columns})
            VALUES (@Id, @PartnerId, @Version, @Soort, @Status, @Naam, @Omschrijving, @KvkNummer, @Postcode, @Gebied, @Beoordeling, @AangemaaktOp,
                    @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, LeverancierRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE leveranciers
            SET version = @Version, soort = @Soort, status = @Status, naam = @Naam, omschrijving = @Omschrijving, kvk_nummer = @KvkNummer,
                postcode = @Postcode, gebied = @Gebied, beoordeling = @Beoordeling, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<LeverancierRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<LeverancierRow>(new CommandDefinition(
            $"SELECT {Columns} FROM leveranciers WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>The supplier, locked until the transaction ends; of this partner only, when there is one.</summary>
    public static Task<LeverancierRow?> LockAsync(NpgsqlConnection connection, Guid id, Guid? partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<LeverancierRow>(new CommandDefinition(
            $"SELECT {Columns} FROM leveranciers WHERE id = @id AND (@partnerId::uuid IS NULL OR partner_id = @partnerId) FOR UPDATE",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
