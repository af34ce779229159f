using Dapper;
using Npgsql;

namespace GrozUtrecht.Identity.Data;

/// <summary>A client that was revoked: its tokens up to that moment no longer count.</summary>
internal sealed record RevokedClientRow
{
    public required string ClientId { get; init; }

    public required DateTimeOffset RevokedAt { get; init; }
}

/// <summary>Revoked tokens and clients, as far as a token of theirs may still be valid.</summary>
internal sealed class RevocationStore(NpgsqlDataSource dataSource, TimeProvider clock)
{
    public const int MaximumTokensPerClient = 1_000;
    public const int MaximumListed = 50_000;

    /// <summary>Revokes one token; false when this client has revoked as many as may count at once.</summary>
    public async Task<bool> AddAsync(string clientId, string jti, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            with room as (
              select count(*) < @MaximumTokensPerClient as is_left from revoked_tokens where client_id = @clientId and expires_at > @now
            ), added as (
              insert into revoked_tokens (jti, client_id, revoked_at, expires_at)
              select @jti, @clientId, @now, @expiresAt from room where is_left
              on conflict do nothing
            )
            select is_left or exists (select from revoked_tokens where jti = @jti) from room
            """,
            new { clientId, jti, expiresAt, now = clock.GetUtcNow(), MaximumTokensPerClient },
            cancellationToken: cancellationToken));
    }

    /// <summary>What services must refuse now: the newest of each, up to a bound.</summary>
    public async Task<(IReadOnlyList<string> Tokens, IReadOnlyList<RevokedClientRow> Clients)> ListAsync(
        TimeSpan tokenLifetime, TimeSpan clockSkew, CancellationToken cancellationToken)
    {
        var tokensEndAfter = clock.GetUtcNow() - clockSkew;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            select jti from revoked_tokens where expires_at > @tokensEndAfter order by revoked_at desc limit @MaximumListed;
            select client_id, revoked_at from clients where revoked_at > @clientsRevokedAfter order by revoked_at desc limit @MaximumListed;
            """,
            new { tokensEndAfter, clientsRevokedAfter = tokensEndAfter - tokenLifetime, MaximumListed },
            cancellationToken: cancellationToken));
        return ([.. await answers.ReadAsync<string>()], [.. await answers.ReadAsync<RevokedClientRow>()]);
    }
}
