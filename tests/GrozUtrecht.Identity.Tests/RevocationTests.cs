using System.Net;
using System.Text.Json;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GrozUtrecht.Identity.Tests;

public sealed class RevocationTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task A_revoked_token_is_listed_until_it_has_expired()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        var token = (await identity.RequestTokenAsync(clientId, secret)).Token;
        var jti = new JsonWebToken(token).Id;
        Assert.DoesNotContain(jti, await ListAsync("tokens"));

        var answer = await identity.RevokeTokenAsync(clientId, secret, token);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(jti, await ListAsync("tokens"));
        using var later = identity.Clock.Ahead(TimeSpan.FromMinutes(16));
        Assert.DoesNotContain(jti, await ListAsync("tokens"));
    }

    [Fact]
    public async Task Revoking_twice_is_harmless()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        var token = (await identity.RequestTokenAsync(clientId, secret)).Token;

        await identity.RevokeTokenAsync(clientId, secret, token);
        var again = await identity.RevokeTokenAsync(clientId, secret, token);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single(await ListAsync("tokens"), new JsonWebToken(token).Id);
    }

    [Fact]
    public async Task A_client_cannot_revoke_the_token_of_another()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        var (otherId, otherSecret) = await identity.NewClientAsync("support:lezen");
        var token = (await identity.RequestTokenAsync(clientId, secret)).Token;

        var answer = await identity.RevokeTokenAsync(otherId, otherSecret, token);

        Assert.Equal((HttpStatusCode.BadRequest, "unauthorized_client"), (answer.Status, answer.Error));
        Assert.DoesNotContain(new JsonWebToken(token).Id, await ListAsync("tokens"));
    }

    [Fact]
    public async Task What_is_no_token_of_ours_is_answered_as_revoked()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        Assert.Equal(HttpStatusCode.OK, (await identity.RevokeTokenAsync(clientId, secret, "geen.token.hoor")).Status);
    }

    [Fact]
    public async Task Revoking_asks_for_the_client_s_credentials()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        var token = (await identity.RequestTokenAsync(clientId, secret)).Token;

        var answer = await identity.RevokeTokenAsync(clientId, "groz_verkeerd", token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task A_revoked_client_gets_no_more_tokens_and_is_listed_while_one_may_be_valid()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        using var manager = identity.Manager();

        using var revoked = await manager.DeleteAsync($"/identity/v1/clients/{clientId}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal("invalid_client", (await identity.RequestTokenAsync(clientId, secret)).Error);
        Assert.Contains(clientId, await ListAsync("clients"));
        using var later = identity.Clock.Ahead(TimeSpan.FromMinutes(16));
        Assert.DoesNotContain(clientId, await ListAsync("clients"));
    }

    [Fact]
    public async Task A_revoked_client_gets_no_new_secret()
    {
        var (clientId, _) = await identity.NewClientAsync("support:lezen");
        using var manager = identity.Manager();
        using var revoked = await manager.DeleteAsync($"/identity/v1/clients/{clientId}");

        using var response = await manager.PostAsync($"/identity/v1/clients/{clientId}/geheimen", System.Net.Http.Json.JsonContent.Create(new { }));

        Assert.Equal("identity.client.ingetrokken", await response.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_client_cannot_fill_the_list()
    {
        var (clientId, _) = await identity.NewClientAsync("support:lezen");
        await using (var command = identity.Database.CreateCommand(
            "insert into revoked_tokens select gen_random_uuid()::text, $1, now(), now() + interval '1 hour' from generate_series(1, $2)"))
        {
            command.Parameters.Add(new() { Value = clientId });
            command.Parameters.Add(new() { Value = RevocationStore.MaximumTokensPerClient });
            await command.ExecuteNonQueryAsync();
        }

        var store = identity.Services.GetRequiredService<RevocationStore>();

        Assert.False(await store.AddAsync(clientId, TestId.New(), identity.Clock.GetUtcNow().AddMinutes(10), CancellationToken.None));
    }

    private async Task<IReadOnlyList<string>> ListAsync(string kind)
    {
        using var client = identity.CreateClient();
        using var list = JsonDocument.Parse(await client.GetStringAsync("/identity/v1/intrekkingen"));
        return [.. list.RootElement.GetProperty(kind).EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetProperty("clientId").GetString()!)];
    }
}
