using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>One ES256 key: its public point, and its private half as it is sealed.</summary>
internal sealed record Ondertekeningssleutel
{
    public required Guid Id { get; init; }

    public required string X { get; init; }

    public required string Y { get; init; }

    public required string SleutelId { get; init; }

    public required byte[] Verzegeld { get; init; }

    public required DateTimeOffset GemaaktOp { get; init; }
}

/// <summary>The table of signing keys, oldest first.</summary>
internal static class OndertekeningssleutelStore
{
    private const long LockKey = 0x746b_7369_676e;

    /// <summary>One process at a time makes a key; the lock ends with the transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => connection.ExecuteAsync(
        new CommandDefinition("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Ondertekeningssleutel>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Ondertekeningssleutel>(new CommandDefinition(
            "select id, x, y, sleutel_id, verzegeld, gemaakt_op from ondertekeningssleutel order by gemaakt_op, id",
            cancellationToken: cancellationToken))];

    public static Task InsertAsync(NpgsqlConnection connection, Ondertekeningssleutel key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into ondertekeningssleutel (id, x, y, sleutel_id, verzegeld, gemaakt_op)
            values (@Id, @X, @Y, @SleutelId, @Verzegeld, @GemaaktOp)
            """,
            key,
            cancellationToken: cancellationToken));
}
