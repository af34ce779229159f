using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Leveranciers;

[Collection(VitaalWerkenService.Name)]
public sealed class LeveranciersTests(VitaalWerkenFixture service)
{
    private const string Address = "/vitaal-werken/v1/leveranciers";

    private static JsonObject NewLeverancier() => new()
    {
        ["soort"] = "zzp",
        ["naam"] = "Yoga aan de Lek",
        ["omschrijving"] = "Rustige lessen op het werk, ook voor wie het nooit deed.",
        ["postcode"] = "3431",
        ["kvkNummer"] = "01234567",
    };

    private static async Task<string> RegisteredAsync(HttpClient partner)
    {
        using var response = await partner.SendJsonAsync(HttpMethod.Post, Address, NewLeverancier());
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> JudgeAsync(HttpClient coordinator, string address, bool takesPart, string? why = null) =>
        coordinator.SendJsonAsync(HttpMethod.Post, $"{address}/beoordeling", new JsonObject { ["doetMee"] = takesPart, ["toelichting"] = why });

    [Fact]
    public async Task A_supplier_is_seen_by_others_once_the_coordinator_of_its_area_let_it_take_part()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        var address = await RegisteredAsync(partner);
        using var before = await other.GetAsync(address);

        using var judged = await JudgeAsync(coordinator, address, takesPart: true, "Gesproken in het buurthuis.");
        using var after = await other.GetAsync(address);
        using var own = await partner.GetAsync(address);

        Assert.Equal("404 vitaal-werken.leverancier.onbekend", await before.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, judged.StatusCode);
        var seen = await after.ReadObjectAsync();
        Assert.Equal("actief", (string?)seen["status"]);
        Assert.Equal("nieuwegein", (string?)seen["gebied"]);
        Assert.Null(seen["beoordeling"]);
        Assert.False((bool)seen["eigen"]!);
        Assert.Equal("Gesproken in het buurthuis.", (string?)(await own.ReadObjectAsync())["beoordeling"]);
    }

    [Fact]
    public async Task Only_a_coordinator_of_the_area_judges_and_never_a_supplier_of_its_own()
    {
        var partnerId = TestId.Guid();
        using var own = await service.CoordinatorAsync(partnerId: partnerId);
        using var elsewhere = await service.CoordinatorAsync("overvecht");
        using var withoutScope = service.Partner(partnerId);
        var address = await RegisteredAsync(own);

        using var itself = await JudgeAsync(own, address, takesPart: true);
        using var foreign = await JudgeAsync(elsewhere, address, takesPart: true);
        using var unscoped = await JudgeAsync(withoutScope, address, takesPart: true);

        Assert.Equal("403 vitaal-werken.netwerk.niet-uw-netwerk", await itself.ProblemAsync());
        Assert.Equal("403 vitaal-werken.netwerk.niet-uw-netwerk", await foreign.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await unscoped.ProblemAsync());
    }

    [Fact]
    public async Task A_coordinator_says_why_a_supplier_does_not_take_part()
    {
        using var partner = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        var address = await RegisteredAsync(partner);

        using var silent = await JudgeAsync(coordinator, address, takesPart: false);
        using var told = await JudgeAsync(coordinator, address, takesPart: false, "Werkt buiten de regio.");
        using var waiting = await coordinator.GetAsync($"{Address}?status=aangemeld&limit=100");

        Assert.Equal("422 vitaal-werken.leverancier.reden-ontbreekt", await silent.ProblemAsync());
        Assert.Equal("afgewezen", (string?)(await told.ReadObjectAsync())["status"]);
        Assert.DoesNotContain(Id(address), (await waiting.ReadObjectAsync())["items"]!.AsArray().Select(item => (string?)item!["id"]));
    }

    [Fact]
    public async Task Who_changes_into_somebody_else_is_judged_again_and_who_only_writes_better_is_not()
    {
        using var partner = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        var address = await RegisteredAsync(partner);
        using var judged = await JudgeAsync(coordinator, address, takesPart: true);
        var body = NewLeverancier();
        body["omschrijving"] = "Rustige lessen, met matjes.";

        using var better = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"2\"");
        body["naam"] = "Bootcamp aan de Lek";
        using var outdated = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"2\"");
        using var other = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"3\"");

        Assert.Equal("actief", (string?)(await better.ReadObjectAsync())["status"]);
        Assert.Equal("412 verzoek.versie-verouderd", await outdated.ProblemAsync());
        Assert.Equal("aangemeld", (string?)(await other.ReadObjectAsync())["status"]);
    }

    [Fact]
    public async Task Who_stopped_changes_nothing_and_offers_nothing_new()
    {
        using var partner = service.Partner();
        var address = await RegisteredAsync(partner);
        using var stopped = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/beeindiging", null, "\"1\"");

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, address, NewLeverancier(), "\"2\"");
        using var offered = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/aanbod", AanbodTests.NewAanbod());

        Assert.Equal("gestopt", (string?)(await stopped.ReadObjectAsync())["status"]);
        Assert.Equal("409 vitaal-werken.leverancier.gestopt", await changed.ProblemAsync());
        Assert.Equal("409 vitaal-werken.leverancier.gestopt", await offered.ProblemAsync());
    }

    [Theory]
    [InlineData("kvkNummer", "1234567", "400 verzoek.ongeldig")]
    [InlineData("kvkNummer", "1234567A", "400 verzoek.ongeldig")]
    [InlineData("soort", "koning", "400 verzoek.onleesbaar")]
    [InlineData("postcode", "9999", "422 vitaal-werken.postcode.onbekend")]
    [InlineData("omschrijving", "Mijn nummer is 111222333.", "422 vitaal-werken.tekst.bsn")]
    [InlineData("naam", "", "400 verzoek.ongeldig")]
    public async Task What_cannot_be_true_is_refused(string field, string value, string expected)
    {
        using var partner = service.Partner();
        var body = NewLeverancier();
        body[field] = value;

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Address, body);

        Assert.Equal(expected, await response.ProblemAsync());
    }

    private static string Id(string address) => address[(address.LastIndexOf('/') + 1)..];
}
