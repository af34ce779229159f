using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.Identity.Features.Clients;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Identity.Tests;

public sealed class ClientTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task A_secret_is_in_no_table_in_the_clear()
    {
        var (_, secret) = await identity.NewClientAsync("support:lezen");

        await using var connection = await identity.Database.OpenConnectionAsync();
        var tables = await connection.QueryAsync<string>(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'platform')");
        foreach (var table in tables)
        {
            var rows = await connection.QueryAsync<string>($"select t::text from {table} t");
            Assert.DoesNotContain(rows, row => row.Contains(secret, StringComparison.Ordinal)
                || row.Contains(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_secret_is_not_given_for_an_idempotency_key_because_its_answer_would_be_kept()
    {
        var client = await identity.RegisterClientAsync(["support:lezen"]);
        using var manager = identity.Manager();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/identity/v1/clients/{client.ClientId}/geheimen") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Idempotency-Key", "sleutel-1");

        using var response = await manager.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("identity.client.geheim-niet-herhaalbaar", await response.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_replaced_secret_holds_as_long_as_was_asked_and_no_longer()
    {
        var (clientId, first) = await identity.NewClientAsync("support:lezen");

        var second = await identity.IssueSecretAsync(clientId, overlapMinuten: 30);

        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync(clientId, first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync(clientId, second)).Status);
        using var later = identity.Clock.Ahead(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await identity.RequestTokenAsync(clientId, first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync(clientId, second)).Status);
    }

    [Fact]
    public async Task A_secret_is_replaced_at_once_when_no_overlap_was_asked()
    {
        var (clientId, first) = await identity.NewClientAsync("support:lezen");

        await identity.IssueSecretAsync(clientId);

        Assert.Equal(HttpStatusCode.Unauthorized, (await identity.RequestTokenAsync(clientId, first)).Status);
    }

    [Fact]
    public async Task Secrets_are_long_and_never_the_same()
    {
        var (_, first) = await identity.NewClientAsync("support:lezen");
        var (_, second) = await identity.NewClientAsync("support:lezen");

        Assert.Matches("^groz_[A-Za-z0-9_-]{43}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Registering_twice_with_one_key_makes_one_client()
    {
        using var manager = identity.Manager();
        var partner = await manager.PostForAsync<JsonElement>("/identity/v1/partners", new { naam = "Buurtteam" });
        var path = $"/identity/v1/partners/{partner.GetProperty("id").GetGuid()}/clients";
        manager.DefaultRequestHeaders.Add("Idempotency-Key", TestId.New());

        var first = await manager.PostForAsync<Client>(path, new { naam = "Koppeling", scopes = new[] { "support:lezen" } });
        var second = await manager.PostForAsync<Client>(path, new { naam = "Koppeling", scopes = new[] { "support:lezen" } });
        var list = await manager.GetFromJsonAsync<JsonElement>(path);

        Assert.Equal(first.ClientId, second.ClientId);
        Assert.Equal(1, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Partners_and_clients_can_be_read_back()
    {
        var client = await identity.RegisterClientAsync(["support:lezen", "support:lezen"]);
        using var manager = identity.Manager();

        var partner = await manager.GetFromJsonAsync<JsonElement>($"/identity/v1/partners/{client.PartnerId}");
        var read = await manager.GetFromJsonAsync<Client>($"/identity/v1/clients/{client.ClientId}");
        var partners = await manager.GetFromJsonAsync<JsonElement>("/identity/v1/partners?limit=1");

        Assert.Equal("Buurtteam", partner.GetProperty("naam").GetString());
        Assert.Equal("client_secret_basic", read!.Authenticatie);
        Assert.Equal(["support:lezen"], read.Scopes);
        Assert.Equal(1, partners.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("GET", "/identity/v1/clients/bestaat-niet", "identity.client.onbekend")]
    [InlineData("DELETE", "/identity/v1/clients/bestaat-niet", "identity.client.onbekend")]
    [InlineData("GET", "/identity/v1/clients/Met%20Spatie", "identity.client.onbekend")]
    [InlineData("GET", "/identity/v1/partners/01990000-0000-7000-8000-00000000ffff", "identity.partner.onbekend")]
    public async Task What_does_not_exist_is_not_found(string method, string path, string code)
    {
        using var manager = identity.Manager();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await manager.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, await response.ProblemCodeAsync());
    }

    [Theory]
    [InlineData("""{"naam":"","scopes":["support:lezen"]}""", HttpStatusCode.BadRequest, "verzoek.ongeldig")]
    [InlineData("""{"naam":"Koppeling","scopes":[]}""", HttpStatusCode.BadRequest, "verzoek.ongeldig")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:lezen"],"geheim":"zelfgekozen"}""", HttpStatusCode.BadRequest, "verzoek.onleesbaar")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:alles"]}""", HttpStatusCode.UnprocessableEntity, "identity.client.scope-onbekend")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:lezen"],"sleutels":[{"kty":"EC","kid":"1","crv":"P-256","x":"AA","y":"AA"}]}""", HttpStatusCode.UnprocessableEntity, "identity.client.sleutel-onbruikbaar")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:lezen"],"sleutels":[{"kty":"EC","kid":"1","d":"geheim"}]}""", HttpStatusCode.BadRequest, "verzoek.onleesbaar")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:lezen"],"sleutels":[{"kty":"oct","kid":"1"}]}""", HttpStatusCode.BadRequest, "verzoek.ongeldig")]
    [InlineData("""{"naam":"Koppeling","scopes":["support:lezen"],"sleutels":[{"kty":"EC","kid":""}]}""", HttpStatusCode.BadRequest, "verzoek.ongeldig")]
    public async Task A_wrong_registration_is_refused_and_stores_nothing(string body, HttpStatusCode status, string code)
    {
        using var manager = identity.Manager();
        var partner = await manager.PostForAsync<JsonElement>("/identity/v1/partners", new { naam = "Buurtteam" });
        var path = $"/identity/v1/partners/{partner.GetProperty("id").GetGuid()}/clients";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await manager.PostAsync(path, content);

        Assert.Equal((status, code), (response.StatusCode, await response.ProblemCodeAsync()));
        Assert.Equal(0, (await manager.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("POST", "/identity/v1/partners")]
    [InlineData("GET", "/identity/v1/partners")]
    [InlineData("POST", "/identity/v1/partners/01990000-0000-7000-8000-000000000001/clients")]
    [InlineData("GET", "/identity/v1/clients/ontwikkel-partner")]
    [InlineData("POST", "/identity/v1/clients/ontwikkel-partner/geheimen")]
    [InlineData("DELETE", "/identity/v1/clients/ontwikkel-partner")]
    public async Task Managing_asks_for_its_own_scope(string method, string path)
    {
        using var partner = identity.ClientFor(TestId.Guid(), "identity:lezen", "identity:schrijven");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await partner.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("toegang.scope-ontbreekt", await response.ProblemCodeAsync());
    }

    [Fact]
    public void A_client_name_of_ours_is_valid() => Assert.True(ClientIds.IsValid(ClientIds.New(TestId.Guid())));
}
