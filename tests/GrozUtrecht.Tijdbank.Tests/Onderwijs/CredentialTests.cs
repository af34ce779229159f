using System.Text.Json;
using GrozUtrecht.Tijdbank.Tests.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

/// <summary>Verifies as a stranger does: with an ordinary library, and with what is public over HTTP.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class CredentialTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_stranger_verifies_a_credential_with_the_published_keys()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var id = await praktijk.StatementAsync(495);
        var jwt = await CredentialAsync(praktijk, id);

        var result = await VerifyAsync(jwt);

        Assert.True(result.IsValid, result.Exception?.Message);
        var token = new JsonWebToken(jwt);
        Assert.Equal(["alg", "kid", "typ"], Part(jwt, 0).EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(("ES256", "JWT"), (token.Alg, token.Typ));
        var body = Part(jwt, 1);
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], Texts(body.GetProperty("type")));
        Assert.Equal("https://www.w3.org/ns/credentials/v2", Texts(body.GetProperty("@context"))[0]);
        var subject = body.GetProperty("credentialSubject");
        Assert.Equal(
            (token.Issuer, token.Subject, token.Id),
            (body.GetProperty("issuer").GetProperty("id").GetString(), subject.GetProperty("id").GetString(), body.GetProperty("id").GetString()));
        Assert.Equal($"urn:uuid:{praktijk.Stage.Student}", token.Subject);
        Assert.Equal(body.GetProperty("nbf").GetInt64(), body.GetProperty("validFrom").GetDateTimeOffset().ToUnixTimeSeconds());
        Assert.Equal(8.25m, subject.GetProperty("creditsEarned").GetDecimal());
        Assert.Equal("495", subject.GetProperty("result")[0].GetProperty("value").GetString());
        Assert.Equal("Fieldwork", subject.GetProperty("achievement").GetProperty("achievementType").GetString());
        Assert.DoesNotContain("Vries", body.ToString(), StringComparison.Ordinal);
        Assert.Equal(jwt, await CredentialAsync(praktijk, id));
    }

    [Fact]
    public async Task A_credential_that_was_tampered_with_fails()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var parts = (await CredentialAsync(praktijk, await praktijk.StatementAsync(495))).Split('.');
        var raised = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("\"495\"", "\"995\"", StringComparison.Ordinal));
        Assert.NotEqual(parts[1], raised);

        Assert.False((await VerifyAsync($"{parts[0]}.{raised}.{parts[2]}")).IsValid);
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none"}""");
        Assert.False((await VerifyAsync($"{unsigned}.{parts[1]}.")).IsValid);
    }

    [Fact]
    public async Task After_rotation_old_and_new_credentials_verify()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var old = await CredentialAsync(praktijk, await praktijk.StatementAsync(480));
        using var operatorClient = tijdbank.ClientFor(praktijk.Beheer, "tijdbank:schrijven", "tijdbank:beheren");
        var rotated = await operatorClient.SendAsync("/ondertekeningssleutels", "");
        Assert.Equal(200, rotated.Status);
        await praktijk.HoursAsync(Praktijk.Monday.AddDays(1), 60);
        await praktijk.SignOffAsync();
        var renewed = await CredentialAsync(praktijk, (await praktijk.IssueAsync()).Body.Id());

        Assert.Equal(rotated.Body.GetProperty("kid").GetString(), new JsonWebToken(renewed).Kid);
        Assert.NotEqual(new JsonWebToken(old).Kid, new JsonWebToken(renewed).Kid);
        Assert.True((await VerifyAsync(old)).IsValid);
        Assert.True((await VerifyAsync(renewed)).IsValid);
    }

    [Fact]
    public async Task The_kid_and_the_issuer_are_addresses_that_can_be_read()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var token = new JsonWebToken(await CredentialAsync(praktijk, await praktijk.StatementAsync(480)));
        using var stranger = tijdbank.CreateClient();

        var key = JsonDocument.Parse(await stranger.GetStringAsync(new Uri(new Uri(token.Kid).AbsolutePath, UriKind.Relative))).RootElement;
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(token.Kid, key.GetProperty("kid").GetString());
        var profile = JsonDocument.Parse(await stranger.GetStringAsync(new Uri(new Uri(token.Issuer).AbsolutePath, UriKind.Relative))).RootElement;
        Assert.Equal((token.Issuer, "Profile"), (profile.GetProperty("id").GetString(), profile.GetProperty("type")[0].GetString()));
    }

    [Fact]
    public async Task Keys_are_sealed_at_rest_and_rotated_only_by_who_may()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.StatementAsync(480);
        // In the clear, a PKCS#8 key of P-256 names its curve.
        Assert.False(await tijdbank.ScalarAsync<bool>(
            "select bool_or(position('\\x06082a8648ce3d030107'::bytea in verzegeld) > 0 or verzegeld::text like '%4d494748%') from ondertekeningssleutel"));
        using var client = tijdbank.Partner(praktijk.Beheer);
        Assert.Equal(403, (await client.SendAsync("/ondertekeningssleutels", "")).Status);
    }

    private async Task<string> CredentialAsync(Praktijk praktijk, Guid id)
    {
        using var school = tijdbank.Partner(praktijk.Stage.School);
        using var response = await school.GetAsync(new Uri($"/tijdbank/v1/urenverklaringen/{id}/credential", UriKind.Relative));
        Assert.Equal("application/vc+jwt", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<TokenValidationResult> VerifyAsync(string jwt)
    {
        using var stranger = tijdbank.CreateClient();
        var keys = new JsonWebKeySet(await stranger.GetStringAsync(new Uri("/tijdbank/.well-known/jwks.json", UriKind.Relative)));
        return await new JsonWebTokenHandler().ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidIssuer = "http://localhost:18080/tijdbank/.well-known/uitgever",
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidAlgorithms = ["ES256"],
            ValidateAudience = false,
            RequireExpirationTime = false,
        });
    }

    private static JsonElement Part(string jwt, int index) => JsonDocument.Parse(Base64UrlEncoder.Decode(jwt.Split('.')[index])).RootElement;

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
