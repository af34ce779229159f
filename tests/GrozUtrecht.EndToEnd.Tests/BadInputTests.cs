using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>What a partner may get wrong, sent through the gateway: the documented answer with its code, and nothing stored.</summary>
[Collection(StackCollection.Name)]
public sealed class BadInputTests(Stack stack)
{
    private const string Helpers = "/support/v1/helpers";

    [Theory]
    [InlineData("""{"persoonId":""", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":"P","postcode":"3526","categorieen":["boodschappen"],"straalKilometers":5,"onbekend":1}""", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":"P","postcode":"3526","categorieen":["boodschappen"],"straalKilometers":"5"}""", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":"P","postcode":"3526","categorieen":["boodschappen"],"straalKilometers":-5}""", 400, "verzoek.ongeldig")]
    [InlineData("""{"persoonId":"P","postcode":"9999","categorieen":["boodschappen"],"straalKilometers":5}""", 422, null)]
    public async Task A_helper_that_cannot_be_is_refused_and_not_stored(string body, int status, string? code)
    {
        var partner = await stack.PartnerAsync();
        var person = TestId.Guid();

        using var content = new StringContent(body.Replace("\"P\"", $"\"{person}\"", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var problem = await ProblemAsync(await partner.Http.PostAsync(Helpers, content), (HttpStatusCode)status);

        if (code is not null)
            Assert.Equal(code, problem);
        var stored = await partner.GetAsync($"{Helpers}?limit=100");
        Assert.DoesNotContain(stored["items"]!.AsArray(), helper => (Guid?)helper!["persoonId"] == person);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task Negative_or_absurd_minutes_are_refused(int minutes)
    {
        var partner = await stack.PartnerAsync();

        using var response = await partner.Http.PostAsJsonAsync("/support/v1/hulpvragen", new
        {
            persoonId = TestId.Guid(),
            categorie = "boodschappen",
            omschrijving = "Samen boodschappen doen",
            postcode = "3526",
            urgentie = "normaal",
            duurMinuten = minutes,
            begintOp = TimeProvider.System.GetUtcNow().AddHours(1),
        });

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_said()
    {
        Assert.Equal("toegang.token-ontbreekt", await ProblemAsync(await stack.Anonymous().GetAsync(Helpers), HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_token_that_is_not_ours_is_refused()
    {
        using var client = stack.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.");

        Assert.Equal("toegang.token-ongeldig", await ProblemAsync(await client.GetAsync(Helpers), HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_token_with_fewer_scopes_opens_only_those()
    {
        var reader = await stack.PartnerAsync(scope: "support:lezen");

        using var allowed = await reader.Http.GetAsync(Helpers);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal("toegang.scope-ontbreekt", await ProblemAsync(await reader.Http.GetAsync("/tijdbank/v1/rekeningen"), HttpStatusCode.Forbidden));
        Assert.Equal("toegang.scope-ontbreekt", await ProblemAsync(await reader.Http.PostAsJsonAsync(Helpers, new { }), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        var partner = await stack.PartnerAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/support/v1/hulpvragen");
        request.Content = new StringContent($$"""{"omschrijving":"{{new string('x', 2_000_000)}}"}""", Encoding.UTF8, "application/json");
        // Asks before it sends: the refusal closes the connection, and who is still writing then may never read the answer.
        request.Headers.ExpectContinue = true;

        Assert.Equal("verzoek.te-groot", await ProblemAsync(await partner.Http.SendAsync(request), HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_with_the_same_body_answered_again()
    {
        var partner = await stack.PartnerAsync();
        var key = TestId.New();
        var first = new { persoonId = TestId.Guid() };

        var created = await SendAsync(partner, key, first);
        var again = await SendAsync(partner, key, first);
        var other = await SendAsync(partner, key, new { persoonId = TestId.Guid() });

        Assert.Equal((HttpStatusCode.Created, created.Body), again);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "verzoek.sleutel-hergebruikt"), (other.Status, (string?)JsonNode.Parse(other.Body)!["code"]));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(Partner partner, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tijdbank/v1/rekeningen") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await partner.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string?> ProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        response.Dispose();
        return (string?)JsonNode.Parse(text)!["code"];
    }
}
