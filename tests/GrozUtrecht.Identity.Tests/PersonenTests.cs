using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Identity.Tests;

public sealed class PersonenTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Path = "/identity/v1/personen";

    [Fact]
    public async Task A_person_is_a_number_and_a_moment()
    {
        using var partner = Partner();

        using var response = await partner.PostAsJsonAsync(Path, new { });
        var persoon = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(["id", "aangemaaktOp"], persoon.EnumerateObject().Select(member => member.Name));
        var read = await partner.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        Assert.Equal(persoon.GetProperty("id").GetGuid(), read.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_name_is_refused()
    {
        using var partner = Partner();

        using var response = await partner.PostAsJsonAsync(Path, new { naam = "Iemand" });

        Assert.Equal((HttpStatusCode.BadRequest, "verzoek.onleesbaar"), (response.StatusCode, await response.ProblemCodeAsync()));
        Assert.Equal(0, (await partner.GetFromJsonAsync<JsonElement>(Path)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Removing_a_person_tells_every_service_once()
    {
        using var partner = Partner();
        var id = await RegisterAsync(partner);

        using var removed = await partner.DeleteAsync($"{Path}/{id}");
        using var again = await partner.DeleteAsync($"{Path}/{id}");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var verwijderd = await identity.Events.FirstAsync<PersoonVerwijderd>(gone => gone.PersoonId == id);
        Assert.Equal(2, verwijderd.Version);
        Assert.Single(identity.Events.All<PersoonVerwijderd>(), gone => gone.Event.PersoonId == id);
    }

    [Fact]
    public async Task A_person_of_another_partner_does_not_exist()
    {
        using var partner = Partner();
        using var other = Partner();
        var id = await RegisterAsync(partner);

        using var read = await other.GetAsync($"{Path}/{id}");
        using var removed = await other.DeleteAsync($"{Path}/{id}");

        Assert.Equal((HttpStatusCode.NotFound, "identity.persoon.onbekend"), (read.StatusCode, await read.ProblemCodeAsync()));
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        using var still = await partner.GetAsync($"{Path}/{id}");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Persons_come_in_pages_in_order_of_creation()
    {
        using var partner = Partner();
        var ids = new[] { await RegisterAsync(partner), await RegisterAsync(partner), await RegisterAsync(partner) };

        var first = await partner.GetFromJsonAsync<JsonElement>($"{Path}?limit=2");
        var second = await partner.GetFromJsonAsync<JsonElement>($"{Path}?limit=2&cursor={first.GetProperty("volgende").GetString()}");

        Assert.Equal(ids, Ids(first).Concat(Ids(second)));
        Assert.False(second.TryGetProperty("volgende", out _));
    }

    [Theory]
    [InlineData("cursor=%21", "verzoek.cursor-ongeldig")]
    [InlineData("limit=0", "verzoek.ongeldig")]
    [InlineData("limit=101", "verzoek.ongeldig")]
    public async Task A_wrong_page_is_refused(string query, string code)
    {
        using var partner = Partner();

        using var response = await partner.GetAsync($"{Path}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, await response.ProblemCodeAsync()));
    }

    [Fact]
    public async Task Reading_is_not_writing()
    {
        using var reader = identity.ClientFor(TestId.Guid(), "identity:lezen");

        using var response = await reader.PostAsJsonAsync(Path, new { });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private HttpClient Partner() => identity.ClientFor(TestId.Guid(), "identity:lezen", "identity:schrijven");

    private static async Task<Guid> RegisterAsync(HttpClient partner) =>
        (await partner.PostForAsync<JsonElement>(Path, new { })).GetProperty("id").GetGuid();
}
