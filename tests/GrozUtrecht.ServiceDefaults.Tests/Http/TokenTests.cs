using System.Net;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Path = "/proef/v1/dingen";
    private readonly Api api = new();

    private ValidatedTokenCache Cache => api.Services.GetRequiredService<ValidatedTokenCache>();

    public Task InitializeAsync() => api.InitializeAsync();

    public Task DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Without_a_token_the_answer_is_401()
    {
        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ontbreekt"), await GetAsync(null));
    }

    [Fact]
    public async Task A_token_without_the_scope_is_403()
    {
        Assert.Equal((HttpStatusCode.Forbidden, "toegang.scope-ontbreekt"), await GetAsync(api.Issuer.Token(TestId.Guid(), "andere:lezen")));
    }

    [Fact]
    public async Task A_tampered_token_is_401()
    {
        var token = api.Issuer.Token(TestId.Guid(), "proef:lezen");
        var tampered = token[..^4] + (token[^4] == 'A' ? 'B' : 'A') + token[^3..];

        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ongeldig"), await GetAsync(tampered));
    }

    [Fact]
    public async Task A_token_costs_one_signature_check_however_often_it_is_used()
    {
        var token = api.Issuer.Token(TestId.Guid(), "proef:lezen");

        for (var request = 0; request < 20; request++)
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(token)).Status);

        Assert.Equal(1, Cache.ValidationCount);
    }

    [Fact]
    public async Task A_token_in_the_cache_still_expires()
    {
        var token = api.Issuer.Token(new TestToken { PartnerId = TestId.Guid(), Scopes = ["proef:lezen"], Lifetime = TimeSpan.FromSeconds(60) });
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(token)).Status);

        api.Clock.Ahead = TimeSpan.FromSeconds(80);

        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ongeldig"), await GetAsync(token));
    }

    [Fact]
    public async Task A_token_without_a_partner_is_401()
    {
        var token = api.Issuer.Token(new TestToken { PartnerId = null, ClientId = "x", Scopes = ["proef:lezen"] });

        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ongeldig"), await GetAsync(token));
    }

    [Fact]
    public async Task A_token_for_another_audience_is_401()
    {
        var token = api.Issuer.Token(new TestToken { PartnerId = TestId.Guid(), Scopes = ["proef:lezen"], Audience = "iemand-anders" });

        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ongeldig"), await GetAsync(token));
    }

    [Fact]
    public async Task A_revoked_token_stops_working_although_it_is_in_the_cache()
    {
        var token = api.Issuer.Token(TestId.Guid(), "proef:lezen");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(token)).Status);

        api.Issuer.RevokedTokens.Add(new JsonWebToken(token).Id);

        await Eventually.Async(async () => (await GetAsync(token)).Code == "toegang.token-ongeldig", what: "the revocation list to be fetched");
        Assert.Equal(1, Cache.ValidationCount);
    }

    [Fact]
    public async Task A_revoked_client_loses_its_tokens_and_another_client_keeps_its_own()
    {
        var (partner, other) = (TestId.Guid(), api.Issuer.Token(TestId.Guid(), "proef:lezen"));
        var token = api.Issuer.Token(partner, "proef:lezen");

        api.Issuer.RevokedClients.Add(new($"client-{partner}", api.Clock.GetUtcNow().AddSeconds(1)));

        await Eventually.Async(async () => (await GetAsync(token)).Status == HttpStatusCode.Unauthorized, what: "the revocation list to be fetched");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(other)).Status);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_a_token_is_not_called_invalid()
    {
        // Port 9 is nobody's: the connection is refused at once.
        await using var own = new Owned<Api>(new Api { Authority = "http://127.0.0.1:9" });
        await own.Value.InitializeAsync();
        var token = own.Value.Issuer.Token(TestId.Guid(), "proef:lezen");

        using var response = await own.Value.ClientWith(token).GetAsync(Path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Another_provider_may_name_client_partner_and_scopes_in_its_own_way()
    {
        await using var own = new Owned<Api>(new Api
        {
            Settings =
            [
                ("Authentication:ClientClaim", "azp"),
                ("Authentication:PartnerClaim", "groz_partner"),
                ("Authentication:ScopeClaim", "scp"),
            ],
        });
        await own.Value.InitializeAsync();
        var token = own.Value.Issuer.Token(new TestToken
        {
            ClientId = "unused",
            ExtraClaims = [new("azp", "keycloak-client"), new("groz_partner", TestId.Guid().ToString()), new("scp", "proef:lezen")],
        });

        using var allowed = await own.Value.ClientWith(token).GetAsync(Path);
        using var refused = await own.Value.ClientWith(own.Value.Issuer.Token(TestId.Guid(), "proef:lezen")).GetAsync(Path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (allowed.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task A_token_signed_by_a_key_of_someone_else_is_401()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var token = api.Issuer.Token(new TestToken
        {
            PartnerId = TestId.Guid(),
            Scopes = ["proef:lezen"],
            SigningKey = new ECDsaSecurityKey(key) { KeyId = "someone-else" },
        });

        Assert.Equal((HttpStatusCode.Unauthorized, "toegang.token-ongeldig"), await GetAsync(token));
    }

    private async Task<(HttpStatusCode Status, string? Code)> GetAsync(string? token)
    {
        using var response = await api.ClientWith(token).GetAsync(Path);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, (string?)System.Text.Json.Nodes.JsonNode.Parse(text)!["code"]);
    }
}
