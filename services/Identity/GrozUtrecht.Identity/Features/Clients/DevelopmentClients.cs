using Dapper;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>
/// Two clients of two partners with a secret from configuration, so that a developer can call at once and can see what another
/// partner sees. Registered in Development only, and the settings refuse the secret elsewhere.
/// </summary>
internal sealed class DevelopmentClients(NpgsqlDataSource dataSource, IOptions<IdentitySettings> settings, TimeProvider clock) : IHostedService
{
    private const long LockKey = 0x64657663;

    private static readonly (Guid PartnerId, string PartnerNaam, string ClientId)[] Seeds =
    [
        (new("01990000-0000-7000-8000-000000000001"), "Ontwikkelpartner", "ontwikkel-partner"),
        (new("01990000-0000-7000-8000-000000000002"), "Tweede ontwikkelpartner", "ontwikkel-partner-2"),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.DevelopmentClientSecret is not { } secret)
        {
            return;
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, cancellationToken: cancellationToken));
        foreach (var (partnerId, partnerNaam, clientId) in Seeds)
        {
            await SeedAsync(connection, partnerId, partnerNaam, clientId, cancellationToken);
            await GiveSecretAsync(connection, clientId, secret, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A revocation is not lifted: that would be a surprise even here.
    private Task SeedAsync(NpgsqlConnection connection, Guid partnerId, string partnerNaam, string clientId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into partners (id, naam, created_at) values (@partnerId, @partnerNaam, @now) on conflict do nothing;
            insert into clients (client_id, partner_id, naam, scopes, created_at) values (@clientId, @partnerId, @partnerNaam, @scopes, @now)
            on conflict (client_id) do update set scopes = excluded.scopes;
            """,
            new { partnerId, partnerNaam, clientId, scopes = Scopes.All.ToArray(), now = clock.GetUtcNow() },
            cancellationToken: cancellationToken));

    private async Task GiveSecretAsync(NpgsqlConnection connection, string clientId, string secret, CancellationToken cancellationToken)
    {
        var hash = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "select salted_hash from client_secrets where client_id = @clientId and expires_at is null", new { clientId }, cancellationToken: cancellationToken));
        if (hash is null || !ClientSecret.Matches(secret, hash))
        {
            var now = clock.GetUtcNow();
            await ClientStore.ReplaceSecretAsync(connection, clientId, secret, now, previousUntil: now, cancellationToken);
        }
    }
}
