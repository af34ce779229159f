using System.Net;
using GrozUtrecht.Identity.Features.Tokens;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GrozUtrecht.Identity.Tests;

public sealed class TokenTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task A_token_by_secret_is_accepted_by_a_standard_validator()
    {
        var client = await identity.RegisterClientAsync(["support:lezen", "support:schrijven"]);
        var secret = await identity.IssueSecretAsync(client.ClientId);

        var answer = await identity.RequestTokenAsync(client.ClientId, secret, ("scope", "support:lezen"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
        Assert.Equal(600, answer.Body.GetProperty("expires_in").GetInt32());
        Assert.Equal("Bearer", answer.Body.GetProperty("token_type").GetString());
        var result = await Validator.ValidateAsync(identity, answer.Token);
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(client.ClientId, result.Claims["sub"]);
        Assert.Equal(client.ClientId, result.Claims["client_id"]);
        Assert.Equal(client.PartnerId.ToString(), result.Claims["partner_id"]);
        Assert.Equal("support:lezen", result.Claims["scope"]);
    }

    [Fact]
    public async Task Every_token_has_an_id_of_its_own()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        var first = await identity.RequestTokenAsync(clientId, secret);
        var second = await identity.RequestTokenAsync(clientId, secret);

        Assert.NotEqual(new JsonWebToken(first.Token).Id, new JsonWebToken(second.Token).Id);
    }

    [Fact]
    public async Task A_client_that_asks_for_no_scope_gets_all_of_its_own()
    {
        var (clientId, secret) = await identity.NewClientAsync("tijdbank:lezen", "support:lezen");

        var answer = await identity.RequestTokenAsync(clientId, secret);

        Assert.Equal("tijdbank:lezen support:lezen", answer.Scope);
    }

    [Theory]
    [InlineData("support:schrijven")]
    [InlineData("support:lezen identity:beheren")]
    [InlineData("bestaat-niet")]
    public async Task A_scope_that_the_client_was_not_given_is_refused(string scope)
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        var answer = await identity.RequestTokenAsync(clientId, secret, ("scope", scope));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_as_the_standard_says()
    {
        var (clientId, _) = await identity.NewClientAsync("support:lezen");

        var answer = await identity.RequestTokenAsync(clientId, "groz_verkeerd");

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.Status, answer.Error));
        Assert.Equal("Basic", Assert.Single(answer.Response.Headers.WwwAuthenticate).Scheme);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("bestaat-niet")]
    [InlineData("Niet Eens Een Naam")]
    [InlineData("nul%00teken")]
    public async Task An_unknown_client_is_refused_in_the_same_words_as_a_wrong_secret(string clientId)
    {
        var (known, _) = await identity.NewClientAsync("support:lezen");

        var unknown = await identity.RequestTokenAsync(clientId, "groz_verkeerd");
        var wrong = await identity.RequestTokenAsync(known, "groz_verkeerd");

        Assert.Equal(wrong.Body.ToString(), unknown.Body.ToString());
    }

    [Fact]
    public async Task A_client_without_a_secret_gets_no_token()
    {
        var client = await identity.RegisterClientAsync(["support:lezen"]);

        var answer = await identity.RequestTokenAsync(client.ClientId, "wat-dan-ook");

        Assert.Equal("invalid_client", answer.Error);
    }

    [Fact]
    public async Task After_ten_wrong_secrets_a_client_waits_a_minute_and_then_goes_on()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");
        for (var attempt = 0; attempt < FailedAttempts.MaximumPerWindow; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await identity.RequestTokenAsync(clientId, "groz_verkeerd")).Status);
        }

        var limited = await identity.RequestTokenAsync(clientId, secret);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.NotNull(limited.Response.Headers.RetryAfter);

        using var later = identity.Clock.Ahead(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync(clientId, secret)).Status);
    }

    [Fact]
    public async Task Another_grant_is_unsupported()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        var answer = await identity.SendFormAsync(
            "/identity/connect/token", IdentityFixture.Basic(clientId, secret), [("grant_type", "password")]);

        Assert.Equal((HttpStatusCode.BadRequest, "unsupported_grant_type"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_field_that_is_named_twice_makes_the_request_invalid()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        var answer = await identity.RequestTokenAsync(clientId, secret, ("scope", "support:lezen"), ("scope", "support:lezen"));

        Assert.Equal("invalid_request", answer.Error);
    }

    [Fact]
    public async Task A_secret_in_the_body_is_no_way_to_authenticate()
    {
        var (clientId, secret) = await identity.NewClientAsync("support:lezen");

        var answer = await identity.SendFormAsync(
            "/identity/connect/token", null, [("grant_type", "client_credentials"), ("client_id", clientId), ("client_secret", secret)]);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_request_that_is_no_form_is_invalid()
    {
        using var client = identity.CreateClient();
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/identity/connect/token", content);
        var answer = await OAuthAnswer.ReadAsync(response);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_caller_without_a_token_is_refused_by_every_other_route()
    {
        using var client = identity.CreateClient();

        using var response = await client.GetAsync("/identity/v1/personen");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("toegang.token-ontbreekt", await response.ProblemCodeAsync());
    }

    [Fact]
    public async Task The_discovery_document_leads_to_everything_a_client_needs()
    {
        var discovered = await Validator.DiscoverAsync(identity);

        Assert.Equal(IdentityFixture.Address, discovered.Issuer);
        Assert.Equal($"{IdentityFixture.Address}/connect/token", discovered.TokenEndpoint);
        Assert.Equal("http://localhost/identity/.well-known/jwks.json", discovered.JwksUri);
        Assert.Equal(["client_secret_basic", "private_key_jwt"], discovered.TokenEndpointAuthMethodsSupported);
        Assert.Contains("support:schrijven", discovered.ScopesSupported);
    }

    [Fact]
    public async Task Behind_the_gateway_the_keys_are_at_the_public_address()
    {
        using var client = identity.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "partners.example");

        var document = await client.GetStringAsync("/identity/.well-known/openid-configuration");

        Assert.Contains($"\"jwks_uri\":\"{IdentityFixture.Address}/.well-known/jwks.json\"", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_keys_hold_no_private_part()
    {
        using var client = identity.CreateClient();

        var document = await client.GetStringAsync("/identity/.well-known/jwks.json");

        Assert.Contains("\"kty\":\"EC\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("\"d\":", document, StringComparison.Ordinal);
    }
}
