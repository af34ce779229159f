using Dapper;
using GrozUtrecht.Identity.Domain;
using Npgsql;

namespace GrozUtrecht.Identity.Data;

internal sealed record SigningKeyRow : IScheduledKey
{
    public required string KeyId { get; init; }

    public required string X { get; init; }

    public required string Y { get; init; }

    public required byte[] SealedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SignsFrom { get; init; }
}

/// <summary>The table of signing keys.</summary>
internal static class SigningKeyStore
{
    private const long LockKey = 0x6B657973;

    /// <summary>One process at a time decides about the next key; the lock ends with the transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<SigningKeyRow>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<SigningKeyRow>(new CommandDefinition(
            "select key_id, x, y, sealed_private_key, created_at, signs_from from signing_keys order by signs_from",
            cancellationToken: cancellationToken))];

    public static Task InsertAsync(NpgsqlConnection connection, SigningKeyRow key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into signing_keys (key_id, x, y, sealed_private_key, created_at, signs_from)
            values (@KeyId, @X, @Y, @SealedPrivateKey, @CreatedAt, @SignsFrom)
            """,
            key,
            cancellationToken: cancellationToken));

    public static Task DeleteAsync(NpgsqlConnection connection, IReadOnlyList<string> keyIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "delete from signing_keys where key_id = any(@keyIds)", new { keyIds }, cancellationToken: cancellationToken));
}
