using System.Net;
using GrozUtrecht.Gateway.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>Who comes through the door.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private TestIssuer issuer = null!;
    private Backend backend = null!;
    private GatewayApp gateway = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        backend = await Backend.StartAsync();
        gateway = new GatewayApp(backend.Address).Trusting(issuer);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await backend.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("/support/v1/helpers")]
    [InlineData("/tijdbank/v1/rekeningen")]
    [InlineData("/lifestyle/v1/activiteiten")]
    [InlineData("/vitaal-werken/v1/bedrijven")]
    [InlineData("/identity/v1/personen")]
    public async Task A_request_without_a_token_is_refused_and_one_with_a_token_passes(string path)
    {
        using var anonymous = gateway.Anonymous();
        await Problem.IsAsync(await anonymous.GetAsync(path), HttpStatusCode.Unauthorized, "toegang.token-ontbreekt");
        Assert.Empty(backend.Received);

        var token = issuer.Token(TestId.Guid());
        using var client = gateway.With(token);
        using var response = await client.GetAsync($"{path}?limit=3");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var received = Assert.Single(backend.Received);
        Assert.Equal(path, received.Path);
        Assert.Equal($"Bearer {token}", received.Headers.Authorization);
    }

    [Fact]
    public async Task An_expired_or_changed_or_foreign_token_is_refused()
    {
        var partner = TestId.Guid();
        string[] tokens = [issuer.ExpiredToken(partner), issuer.TamperedToken(partner), issuer.TokenForOtherAudience(partner), "geen.token.dus"];
        foreach (var token in tokens)
        {
            using var client = gateway.With(token);
            await Problem.IsAsync(await client.GetAsync("/support/v1/helpers"), HttpStatusCode.Unauthorized, "toegang.token-ongeldig");
        }

        Assert.Empty(backend.Received);
    }

    [Theory]
    [InlineData("GET", "/support/v1/openapi.json")]
    [InlineData("GET", "/identity/v1/openapi.json")]
    [InlineData("GET", "/identity/.well-known/openid-configuration")]
    [InlineData("POST", "/identity/connect/token")]
    [InlineData("GET", "/tijdbank/.well-known/jwks.json")]
    [InlineData("GET", "/open/hsds")]
    [InlineData("GET", "/open/hsds/")]
    [InlineData("GET", "/open/hsds/services")]
    [InlineData("HEAD", "/open/hsds/services/019a0000-0000-7000-8000-000000000001")]
    [InlineData("GET", "/tijdbank/v1/urenverklaringen/019a0000-0000-7000-8000-000000000001/geldigheid")]
    [InlineData("GET", "/open/vitaal-werken/meedoen")]
    [InlineData("POST", "/vitaal-werken/v1/medewerkers/inschrijvingen")]
    public async Task What_is_public_passes_without_a_token(string method, string path)
    {
        using var client = gateway.Anonymous();
        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(path, Assert.Single(backend.Received).Path);
    }

    [Fact]
    public async Task What_is_open_is_open_for_reading_only_and_counted_per_address()
    {
        using var client = gateway.Anonymous();
        using var read = await client.GetAsync("/open/hsds/services");
        Assert.Equal("300", Assert.Single(read.Headers.GetValues("RateLimit-Limit")));
        using var written = await client.PostAsync("/open/hsds/services", new StringContent("{}"));
        await Problem.IsAsync(written, HttpStatusCode.MethodNotAllowed, "verzoek.methode-niet-toegestaan");
        Assert.Single(backend.Received);
    }

    [Theory]
    [InlineData("/alive")]
    [InlineData("/health")]
    public async Task The_probes_answer_without_a_token_and_uncounted(string path)
    {
        using var client = gateway.Anonymous();
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("RateLimit-Limit"));
    }

    [Fact]
    public async Task A_list_of_attendance_may_be_two_megabytes_and_no_more()
    {
        using var client = gateway.With(issuer.Token(TestId.Guid()));
        using var fits = await client.PostAsync("/tijdbank/v1/urenregistraties/imports", new ByteArrayContent(new byte[2 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);

        client.DefaultRequestHeaders.ExpectContinue = true;
        using var tooLarge = await client.PostAsync("/tijdbank/v1/urenregistraties/imports", new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]));
        await Problem.IsAsync(tooLarge, HttpStatusCode.RequestEntityTooLarge, "verzoek.te-groot");
    }

    [Fact]
    public async Task An_address_that_nobody_serves_does_not_exist()
    {
        using var client = gateway.With(issuer.Token(TestId.Guid()));
        await Problem.IsAsync(await client.GetAsync("/leeg/v1/niets"), HttpStatusCode.NotFound, "verzoek.onbekend-adres");
        await Problem.IsAsync(await client.GetAsync("/support/v2/helpers"), HttpStatusCode.NotFound, "verzoek.onbekend-adres");
        await Problem.IsAsync(await client.GetAsync("/support/health"), HttpStatusCode.NotFound, "verzoek.onbekend-adres");
    }

    [Theory]
    [InlineData("/identity/v1/intrekkingen")]
    [InlineData("/identity/v1/intrekkingen/")]
    [InlineData("/identity/v1/INTREKKINGEN?x=1")]
    [InlineData("/identity/v1/%69ntrekkingen")]
    [InlineData("/identity/v1/iets/../intrekkingen")]
    public async Task The_revocation_list_is_not_reachable_from_outside(string path)
    {
        using var client = gateway.With(issuer.Token(TestId.Guid()));
        using var response = await client.GetAsync(path);
        await Problem.IsAsync(response, HttpStatusCode.NotFound, "verzoek.onbekend-adres");
        Assert.Empty(backend.Received);
    }

    [Fact]
    public void Every_route_asks_for_a_token_except_those_on_this_list()
    {
        gateway.StartServer();
        var open = gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => ((RouteEndpoint)endpoint).RoutePattern.RawText)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/", "/alive", "/health", "/identity/.well-known/{**rest}", "/identity/connect/{**rest}", "/identity/v1/intrekkingen/{**rest}",
                "/identity/v1/openapi.json", "/lifestyle/v1/openapi.json", "/open/aanbieders/{**rest}",
                "/open/agenda/{**rest}", "/open/hsds/{**rest}", "/open/openactive/{**rest}", "/open/vitaal-werken/{**rest}",
                "/support/v1/openapi.json",
                "/tijdbank/.well-known/{**rest}", "/tijdbank/v1/openapi.json", "/tijdbank/v1/urenverklaringen/{id}/geldigheid",
                "/vitaal-werken/v1/medewerkers/{**rest}", "/vitaal-werken/v1/openapi.json",
            ],
            open);
    }
}
