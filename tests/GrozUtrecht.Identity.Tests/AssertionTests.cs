using System.Net;
using System.Security.Cryptography;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Identity.Tests;

public sealed class AssertionTests(IdentityFixture identity) : IClassFixture<IdentityFixture>, IDisposable
{
    private const string TokenEndpoint = $"{IdentityFixture.Address}/connect/token";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData(TokenEndpoint)]
    [InlineData(IdentityFixture.Address)]
    public async Task A_token_by_a_client_s_own_key_is_accepted_by_a_standard_validator(string audience)
    {
        var clientId = await RegisterAsync();

        var answer = await identity.RequestTokenAsync(Assertion(clientId, audience), ("scope", "support:lezen"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var result = await Validator.ValidateAsync(identity, answer.Token);
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(clientId, result.Claims["client_id"]);
    }

    [Fact]
    public async Task An_RSA_key_works_too()
    {
        using var rsa = RSA.Create(2048);
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)));
        var client = await identity.RegisterClientAsync(["support:lezen"], [new { kty = "RSA", kid = "rsa-1", n = jwk.N, e = jwk.E }]);
        var credentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "rsa-1" }, SecurityAlgorithms.RsaSha256);

        var answer = await identity.RequestTokenAsync(Assertion(client.ClientId, credentials: credentials));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task An_assertion_works_once()
    {
        var clientId = await RegisterAsync();
        var assertion = Assertion(clientId);

        var first = await identity.RequestTokenAsync(assertion);
        var again = await identity.RequestTokenAsync(assertion);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (again.Status, again.Error));
        Assert.Contains("al gebruikt", again.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_same_assertion_sent_many_times_at_once_one_gets_through()
    {
        var clientId = await RegisterAsync();
        var assertion = Assertion(clientId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => identity.RequestTokenAsync(assertion)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_assertion_for_someone_else_is_refused() =>
        await RefusedAsync(clientId => Assertion(clientId, "https://elders.example/token"), "aud");

    [Fact]
    public async Task An_expired_assertion_is_refused() =>
        await RefusedAsync(clientId => Assertion(clientId, lifetime: TimeSpan.FromMinutes(-2)), "exp");

    [Fact]
    public async Task An_assertion_that_is_valid_for_longer_than_ten_minutes_is_refused() =>
        await RefusedAsync(clientId => Assertion(clientId, lifetime: TimeSpan.FromMinutes(12)), "exp");

    [Fact]
    public async Task An_assertion_without_an_id_is_refused() =>
        await RefusedAsync(clientId => Assertion(clientId, jti: ""), "jti");

    [Fact]
    public async Task An_assertion_about_another_client_is_refused() =>
        await RefusedAsync(clientId => Assertion(clientId, issuer: "iemand-anders"), "bewijs");

    [Fact]
    public async Task An_assertion_signed_with_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var credentials = new SigningCredentials(new ECDsaSecurityKey(other) { KeyId = "sleutel-1" }, SecurityAlgorithms.EcdsaSha256);
        await RefusedAsync(clientId => Assertion(clientId, credentials: credentials), "bewijs");
    }

    [Fact]
    public async Task An_unsigned_assertion_is_refused() =>
        await RefusedAsync(clientId => new JsonWebTokenHandler().CreateToken($$"""{"iss":"{{clientId}}","sub":"{{clientId}}","aud":"{{TokenEndpoint}}","jti":"1"}"""), "bewijs");

    [Fact]
    public async Task What_is_no_assertion_at_all_is_refused() => await RefusedAsync(_ => "a.b.c", "bewijs");

    [Fact]
    public async Task A_client_with_a_key_cannot_use_a_secret()
    {
        var clientId = await RegisterAsync();
        using var manager = identity.Manager();

        using var response = await manager.PostAsync($"/identity/v1/clients/{clientId}/geheimen", System.Net.Http.Json.JsonContent.Create(new { }));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("identity.client.heeft-sleutels", await response.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_used_assertion_is_forgotten_after_it_expired()
    {
        var clientId = await RegisterAsync();
        await identity.RequestTokenAsync(Assertion(clientId));
        var rows = new Data.ExpiredRows(identity.Database, identity.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<Data.ExpiredRows>.Instance);

        await rows.RemoveAsync(CancellationToken.None);
        Assert.Equal(1, await CountAsync(clientId));

        using var later = identity.Clock.Ahead(TimeSpan.FromMinutes(30));
        await rows.RemoveAsync(CancellationToken.None);
        Assert.Equal(0, await CountAsync(clientId));
    }

    private async Task<long> CountAsync(string clientId)
    {
        await using var command = identity.Database.CreateCommand("select count(*) from client_assertions where client_id = $1");
        command.Parameters.Add(new() { Value = clientId });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task RefusedAsync(Func<string, string> assertionOf, string mentioned)
    {
        var clientId = await RegisterAsync();

        var answer = await identity.RequestTokenAsync(assertionOf(clientId));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.Status, answer.Error));
        Assert.Contains(mentioned, answer.Description, StringComparison.Ordinal);
    }

    private async Task<string> RegisterAsync()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = new { kty = "EC", kid = "sleutel-1", crv = "P-256", x = Base64UrlEncoder.Encode(point.X!), y = Base64UrlEncoder.Encode(point.Y!) };
        return (await identity.RegisterClientAsync(["support:lezen"], [jwk])).ClientId;
    }

    private string Assertion(
        string clientId,
        string audience = TokenEndpoint,
        TimeSpan? lifetime = null,
        string? jti = null,
        string? issuer = null,
        SigningCredentials? credentials = null)
    {
        var now = identity.Clock.GetUtcNow();
        var ends = now + (lifetime ?? TimeSpan.FromMinutes(2));
        var starts = ends < now ? ends - TimeSpan.FromMinutes(1) : now;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? clientId,
            Audience = audience,
            IssuedAt = starts.UtcDateTime,
            Expires = ends.UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["jti"] = jti ?? TestId.New() },
            SigningCredentials = credentials ?? new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = "sleutel-1" }, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
