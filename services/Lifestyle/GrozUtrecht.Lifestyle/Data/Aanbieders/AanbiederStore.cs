using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Aanbieders;

/// <summary>SQL on <c>aanbieders</c>. Who may see or change a row is decided in the WHERE.</summary>
internal static class AanbiederStore
{
    public const string Columns =
        "id, partner_id, version, soort, status, naam, omschrijving, website, gebieden, beoordeling, beoordeeld_op, aangemaakt_op, gewijzigd_op";

    public static Task InsertAsync(NpgsqlConnection connection, AanbiederRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO aanbieders ({Columns})
            VALUES (@Id, @PartnerId, @Version, @Soort, @Status, @Naam, @Omschrijving, @Website, @Gebieden, @Beoordeling, @BeoordeeldOp,
                    @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, AanbiederRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE aanbieders
            SET version = @Version, soort = @Soort, status = @Status, naam = @Naam, omschrijving = @Omschrijving, website = @Website,
                gebieden = @Gebieden, beoordeling = @Beoordeling, beoordeeld_op = @BeoordeeldOp, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The aanbieder, locked until the transaction ends; of this partner only, when there is one.</summary>
    public static Task<AanbiederRow?> LockAsync(NpgsqlConnection connection, Guid id, Guid? partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbiederRow>(new CommandDefinition(
            $"SELECT {Columns} FROM aanbieders WHERE id = @id AND (@partnerId::uuid IS NULL OR partner_id = @partnerId) FOR UPDATE",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>True when nobody is named, or when it is an aanbieder of the partner's own that has not stopped.</summary>
    public static async Task<bool> IsOwnAsync(NpgsqlConnection connection, Guid? id, Guid partnerId, CancellationToken cancellationToken) =>
        id is null || await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM aanbieders WHERE id = @id AND partner_id = @partnerId AND status <> 'gestopt')",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
