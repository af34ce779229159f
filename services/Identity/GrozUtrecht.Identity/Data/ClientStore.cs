using System.Text.Json;
using Dapper;
using GrozUtrecht.Identity.Domain;
using Npgsql;

namespace GrozUtrecht.Identity.Data;

internal sealed record ClientRow
{
    public required string ClientId { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Naam { get; init; }

    public required string[] Scopes { get; init; }

    public string? PublicKeys { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public IReadOnlyList<PublicKey> Keys => PublicKeys is null ? [] : JsonSerializer.Deserialize<PublicKey[]>(PublicKeys, JsonSerializerOptions.Web)!;
}

/// <summary>A client with what its credentials are checked against.</summary>
internal sealed record ClientWithSecrets(ClientRow Client, IReadOnlyList<byte[]> SecretHashes);

/// <summary>Clients and their secrets.</summary>
internal sealed class ClientStore(NpgsqlDataSource dataSource, TimeProvider clock)
{
    public const string Columns = "client_id, partner_id, naam, scopes, public_keys::text as public_keys, created_at, revoked_at";

    /// <summary>The client under this name unless it was revoked, with the secrets that hold now.</summary>
    public async Task<ClientWithSecrets?> FindActiveAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
             select {Columns} from clients where client_id = @clientId and revoked_at is null;
             select salted_hash from client_secrets where client_id = @clientId and (expires_at is null or expires_at > @now);
             """,
            new { clientId, now = clock.GetUtcNow() },
            cancellationToken: cancellationToken));
        var client = await answers.ReadSingleOrDefaultAsync<ClientRow>();
        return client is null ? null : new(client, [.. await answers.ReadAsync<byte[]>()]);
    }

    public static Task InsertAsync(NpgsqlConnection connection, ClientRow client, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into clients (client_id, partner_id, naam, scopes, public_keys, created_at)
            values (@ClientId, @PartnerId, @Naam, @Scopes, @PublicKeys::jsonb, @CreatedAt)
            """,
            client,
            cancellationToken: cancellationToken));

    /// <summary>Gives the client another secret. Its predecessor holds until the given moment, anything older ends now.</summary>
    public static Task ReplaceSecretAsync(
        NpgsqlConnection connection, string clientId, string secret, DateTimeOffset now, DateTimeOffset previousUntil, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from client_secrets where client_id = @clientId and expires_at is not null;
            update client_secrets set expires_at = @previousUntil where client_id = @clientId;
            insert into client_secrets (id, client_id, salted_hash, created_at) values (@id, @clientId, @hash, @now);
            """,
            new { clientId, id = Guid.CreateVersion7(now), hash = ClientSecret.Hash(secret), now, previousUntil },
            cancellationToken: cancellationToken));
}
