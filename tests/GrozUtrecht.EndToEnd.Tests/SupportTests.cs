using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>What Support does in the background and for everybody, through the gateway, while it is killed and comes back.</summary>
[Collection(StackCollection.Name)]
public sealed class SupportTests(Stack stack)
{
    private const int Asks = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_run_over_an_area_proposes_everybody_once_though_the_service_is_killed_in_the_middle_of_it()
    {
        var partner = await stack.PartnerAsync();
        // An area of its own, so that the asks of other tests stay out of it.
        for (var index = 0; index < Asks; index++)
        {
            await partner.PostAsync("/support/v1/helpers", new { persoonId = await PersonAsync(partner), postcode = "3562", categorieen = new[] { "klussen" }, straalKilometers = 2 });
            await AskAsync(partner, "klussen");
        }

        var run = (Guid)(await partner.PostAsync("/support/v1/matchingrondes", new { gebied = "overvecht", direct = true }))["id"]!;
        await stack.KillAsync("support");
        await stack.StartAsync("support");
        await stack.WaitUntilHealthyAsync("support");

        await Eventually.Async(
            async () => (string?)(await partner.GetAsync($"/support/v1/matchingrondes/{run}"))["toepassing"] == "klaar", Patience, "the run to be applied");
        var pairs = (await partner.GetAsync($"/support/v1/matchingrondes/{run}/koppelingen?limit=100"))["items"]!.AsArray();
        Assert.Equal(Asks, pairs.Select(pair => (Guid?)pair!["voorstelId"]).OfType<Guid>().Distinct().Count());
        foreach (var pair in pairs)
        {
            Assert.Single((await partner.GetAsync($"/support/v1/hulpvragen/{pair!["hulpvraagId"]}/voorstellen"))["items"]!.AsArray());
        }
    }

    [Fact]
    public async Task An_ask_that_nobody_can_meet_comes_to_the_buurtassistent_on_duty()
    {
        var partner = await stack.PartnerAsync();
        var buurt = (Guid)(await partner.PostAsync("/support/v1/buurten", new { naam = "Overvecht-Noord", postcodes = new[] { "3564" } }))["id"]!;
        var assistant = (Guid)(await partner.PostAsync("/support/v1/buurtassistenten", new { persoonId = await PersonAsync(partner), buurten = new[] { buurt } }))["id"]!;
        var now = TimeProvider.System.GetUtcNow();
        await partner.PostAsync("/support/v1/diensten", new { buurtId = buurt, buurtassistentId = assistant, begintOp = now.AddHours(-1), eindigtOp = now.AddHours(7) });

        var ask = await AskAsync(partner, "respijt", "3564", isAutomatic: true);

        var question = Assert.Single((await partner.GetAsync($"/support/v1/sociale-vragen?buurtId={buurt}"))["items"]!.AsArray(), item => (Guid?)item!["hulpvraagId"] == ask);
        Assert.Equal(assistant, (Guid)question!["buurtassistentId"]!);
    }

    [Fact]
    public async Task Everybody_reads_the_sociale_kaart_without_a_token_and_nobody_writes_it()
    {
        using var anonymous = stack.Anonymous();
        using var page = await anonymous.GetAsync("/open/hsds/services?per_page=1");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotNull(JsonNode.Parse(await page.Content.ReadAsStringAsync())!["total_items"]);

        using var written = await anonymous.PostAsync("/open/hsds/services", null);
        Assert.Contains(written.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
    }

    private static async Task<Guid> AskAsync(Partner partner, string kind, string postcode = "3562", bool isAutomatic = false) => (Guid)(await partner.PostAsync("/support/v1/hulpvragen", new
    {
        persoonId = await PersonAsync(partner),
        categorie = kind,
        omschrijving = "Een lamp ophangen",
        postcode,
        urgentie = "normaal",
        duurMinuten = 30,
        begintOp = TimeProvider.System.GetUtcNow().AddDays(1),
        automatisch = isAutomatic,
    }))["id"]!;

    private static async Task<Guid> PersonAsync(Partner partner) => (Guid)(await partner.PostAsync("/identity/v1/personen", new { }))["id"]!;
}
