using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Support.Features.Matchingrondes;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GrozUtrecht.Support.Tests.Matchingrondes;

[Collection(SupportCollection.Name)]
public sealed class RunOverAnAreaTests(SupportFixture support)
{
    private const string Gebied = "utrecht-oost";

    [Fact]
    public async Task A_run_proposes_the_best_assignment_and_explains_it()
    {
        var partner = support.NewPartner();
        var coordinator = Coordinator(partner);
        var helper = await partner.RegisterHelperAsync(With(Partner.HelperRequest(), "maximumMinutenPerWeek", 60));
        var (normal, pressing) = (await partner.SubmitHulpvraagAsync(Ask("normaal")), await partner.SubmitHulpvraagAsync(Ask("hoog")));
        var unmatched = await partner.SubmitHulpvraagAsync(With(Ask("laag"), "categorie", "taal"));

        var ronde = await RequestAsync(coordinator, direct: false);
        var done = await UntilAsync(partner, ronde, "status", "klaar");
        Assert.Equal(3, done.GetProperty("aantalHulpvragen").GetInt32());
        Assert.Equal(1, done.GetProperty("aantalKoppelingen").GetInt32());
        Assert.True(done.GetProperty("optimaal").GetBoolean());
        Assert.False(done.TryGetProperty("toepassing", out _));

        var koppeling = Assert.Single(await ItemsAsync(partner, ronde));
        Assert.Equal((pressing, helper), (koppeling.GetProperty("hulpvraagId").GetGuid(), koppeling.GetProperty("helperId").GetGuid()));
        Assert.Equal(koppeling.GetProperty("score").GetInt32(), koppeling.GetProperty("redenen").EnumerateArray().Sum(reden => reden.GetProperty("punten").GetInt32()));

        var passedOver = await partner.ReadAsync($"/matchingrondes/{ronde}/hulpvragen/{normal}");
        Assert.Equal("kandidaten-elders", passedOver.GetProperty("uitkomst").GetString());
        Assert.Contains("urgentie hoog", passedOver.GetProperty("kandidaten")[0].GetProperty("tekst").GetString(), StringComparison.Ordinal);
        var chosen = await partner.ReadAsync($"/matchingrondes/{ronde}/hulpvragen/{pressing}");
        Assert.True(chosen.GetProperty("kandidaten")[0].GetProperty("gekoppeld").GetBoolean());
        var nobody = await partner.ReadAsync($"/matchingrondes/{ronde}/hulpvragen/{unmatched}");
        Assert.Equal("geen-kandidaat", nobody.GetProperty("uitkomst").GetString());
        Assert.Equal("categorie", nobody.GetProperty("afvallers")[0].GetProperty("code").GetString());

        await ApplyAsync(coordinator, ronde);
        await ApplyAsync(coordinator, ronde);
        await UntilAsync(partner, ronde, "toepassing", "klaar");
        var applied = Assert.Single(await ItemsAsync(partner, ronde));
        var voorstel = await partner.ReadAsync($"/voorstellen/{applied.GetProperty("voorstelId").GetGuid()}");
        Assert.Equal("voorgesteld", voorstel.GetProperty("status").GetString());
        Assert.Equal(pressing, voorstel.GetProperty("hulpvraagId").GetGuid());
    }

    [Fact]
    public async Task What_changed_since_the_run_is_skipped_with_the_reason()
    {
        var partner = support.NewPartner();
        var coordinator = Coordinator(partner);
        var helper = await partner.RegisterHelperAsync();
        var first = await partner.SubmitHulpvraagAsync(Ask("normaal"));
        var second = await partner.SubmitHulpvraagAsync(Ask("normaal", hours: 5));
        var ronde = await RequestAsync(coordinator, direct: false);
        await UntilAsync(partner, ronde, "status", "klaar");

        await partner.AcceptAsync(await partner.ProposeAsync(first, helper));
        await ApplyAsync(coordinator, ronde);
        await UntilAsync(partner, ronde, "toepassing", "klaar");

        var items = (await ItemsAsync(partner, ronde)).ToDictionary(item => item.GetProperty("hulpvraagId").GetGuid());
        Assert.False(items[first].TryGetProperty("voorstelId", out _));
        Assert.Equal("support.hulpvraag.niet-open", items[first].GetProperty("overgeslagenCode").GetString());
        Assert.True(items[second].TryGetProperty("voorstelId", out _));
    }

    [Fact]
    public async Task Two_replicas_that_apply_the_same_run_ask_everybody_once()
    {
        var partner = support.NewPartner();
        for (var index = 0; index < 6; index++)
        {
            await partner.RegisterHelperAsync();
            await partner.SubmitHulpvraagAsync(Ask("normaal"));
        }

        var ronde = await RequestAsync(Coordinator(partner), direct: true);
        var work = support.Services.GetServices<IHostedService>().OfType<MatchingrondeWork>().Single();
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => work.RunAsync(now, CancellationToken.None)));
        await UntilAsync(partner, ronde, "toepassing", "klaar");

        var items = await ItemsAsync(partner, ronde);
        Assert.Equal(6, items.Select(item => item.GetProperty("voorstelId").GetGuid()).Distinct().Count());
        Assert.Equal(6, items.Select(item => item.GetProperty("helperId").GetGuid()).Distinct().Count());
        foreach (var item in items)
        {
            Assert.Single((await partner.ReadAsync($"/hulpvragen/{item.GetProperty("hulpvraagId").GetGuid()}/voorstellen")).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_helper_from_across_the_border_of_the_area_helps_too()
    {
        var partner = support.NewPartner();
        // The helper lives beside the area, in the inner city.
        await partner.RegisterHelperAsync(With(Partner.HelperRequest(), "postcode", "3511"));
        await partner.SubmitHulpvraagAsync(Ask("normaal"));
        var elsewhere = await partner.SubmitHulpvraagAsync(With(Ask("normaal", hours: 3), "postcode", "3511"));

        var ronde = await RequestAsync(Coordinator(partner), direct: false);
        var done = await UntilAsync(partner, ronde, "status", "klaar");

        Assert.Equal(1, done.GetProperty("aantalHulpvragen").GetInt32());
        Assert.Equal(1, done.GetProperty("aantalKoppelingen").GetInt32());
        using var other = await partner.GetAsync($"/matchingrondes/{ronde}/hulpvragen/{elsewhere}");
        await other.ProblemAsync(404, "support.matchingronde.hulpvraag-onbekend");
    }

    [Fact]
    public async Task A_run_of_an_area_without_helpers_or_asks_is_soon_ready()
    {
        var partner = support.NewPartner();
        var ronde = await RequestAsync(Coordinator(partner), direct: true);
        await UntilAsync(partner, ronde, "toepassing", "klaar");
        Assert.Empty(await ItemsAsync(partner, ronde));
    }

    [Fact]
    public async Task A_run_is_asked_for_by_who_may_and_for_an_area_that_is()
    {
        var partner = support.NewPartner();
        using var unscoped = await partner.PostAsync("/matchingrondes", new JsonObject { ["gebied"] = Gebied });
        await unscoped.ProblemAsync(403, "toegang.scope-ontbreekt");
        using var unknown = await Coordinator(partner).PostAsJsonAsync("/support/v1/matchingrondes", new { gebied = "amsterdam" });
        await unknown.ProblemAsync(422, "support.gebied.onbekend");
        using var none = await partner.GetAsync($"/matchingrondes/{TestId.Guid()}");
        await none.ProblemAsync(404, "support.matchingronde.onbekend");

        var ronde = await RequestAsync(Coordinator(partner), direct: false);
        using var stranger = await support.NewPartner().GetAsync($"/matchingrondes/{ronde}/koppelingen");
        await stranger.ProblemAsync(404, "support.matchingronde.onbekend");
    }

    private HttpClient Coordinator(Partner partner) => support.ClientFor(partner.Id, SupportFixture.Read, SupportFixture.Write, "support:beheren");

    private static JsonObject Ask(string urgentie, int hours = 0)
    {
        var request = Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddHours(hours));
        request["urgentie"] = urgentie;
        return request;
    }

    private static JsonObject With(JsonObject request, string field, JsonNode value)
    {
        request[field] = value;
        return request;
    }

    private static async Task<Guid> RequestAsync(HttpClient coordinator, bool direct)
    {
        using var answer = await coordinator.PostAsJsonAsync("/support/v1/matchingrondes", new { gebied = Gebied, direct });
        return (await answer.BodyAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task ApplyAsync(HttpClient coordinator, Guid ronde)
    {
        using var answer = await coordinator.PostAsync($"/support/v1/matchingrondes/{ronde}/toepassing", null);
        await answer.BodyAsync(HttpStatusCode.OK);
    }

    private static async Task<JsonElement> UntilAsync(Partner partner, Guid ronde, string field, string value)
    {
        JsonElement answer = default;
        await Eventually.Async(
            async () => (answer = await partner.ReadAsync($"/matchingrondes/{ronde}")).TryGetProperty(field, out var now) && now.GetString() == value,
            what: $"the run to have {field} {value}");
        return answer;
    }

    private static async Task<List<JsonElement>> ItemsAsync(Partner partner, Guid ronde) =>
        [.. (await partner.ReadAsync($"/matchingrondes/{ronde}/koppelingen?limit=100")).GetProperty("items").EnumerateArray()];
}
