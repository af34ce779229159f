using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>SQL on <c>proeverijen</c>. Whoever changes anything of a proeverij locks its row first.</summary>
internal static class ProeverijStore
{
    public const string Columns =
        """
        id, partner_id, version, status, naam, gebied, postcode, locatienaam, begint_op, eindigt_op, budget_centen, kosten_centen, aangemaakt_op,
        gewijzigd_op, gehouden_op, afgesloten_op, afgelast_op
        """;

    /// <summary>One's own, and what residents can come to or came to.</summary>
    public const string Visible = "(partner_id = @partnerId OR status IN ('inschrijving-open', 'gehouden', 'afgesloten'))";

    public static Task InsertAsync(NpgsqlConnection connection, ProeverijRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO proeverijen
              (id, partner_id, version, status, naam, gebied, postcode, locatienaam, begint_op, eindigt_op, budget_centen, aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @PartnerId, @Version, @Status, @Naam, @Gebied, @Postcode, @Locatienaam, @BegintOp, @EindigtOp, @BudgetCenten,
                    @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked; the costs are the database's.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, ProeverijRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE proeverijen
            SET version = @Version, status = @Status, naam = @Naam, gebied = @Gebied, postcode = @Postcode, locatienaam = @Locatienaam,
                begint_op = @BegintOp, eindigt_op = @EindigtOp, budget_centen = @BudgetCenten, gewijzigd_op = @GewijzigdOp,
                gehouden_op = @GehoudenOp, afgesloten_op = @AfgeslotenOp, afgelast_op = @AfgelastOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Keeps every other change of the proeverij waiting; who only points at it with a key does not wait.</summary>
    public static Task<ProeverijRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProeverijRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverijen WHERE id = @id FOR NO KEY UPDATE", new { id }, cancellationToken: cancellationToken));

    /// <summary>Holds the proeverij as it stands until the end of the transaction, beside others who do the same.</summary>
    public static Task<ProeverijRow?> HoldVisibleAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProeverijRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverijen WHERE id = @id AND {Visible} FOR SHARE", new { id, partnerId }, cancellationToken: cancellationToken));

    public static Task<ProeverijRow?> FindVisibleAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProeverijRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverijen WHERE id = @id AND {Visible}", new { id, partnerId }, cancellationToken: cancellationToken));
}
