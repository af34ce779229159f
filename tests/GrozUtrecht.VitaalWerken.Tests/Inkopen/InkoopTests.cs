using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using GrozUtrecht.VitaalWerken.Tests.Bijdragen;
using static GrozUtrecht.VitaalWerken.Tests.Bijdragen.Bijdragewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Inkopen;

[Collection(VitaalWerkenService.Name)]
public sealed class InkoopTests(VitaalWerkenFixture service)
{
    private readonly Guid account = TestId.Guid();

    [Fact]
    public async Task An_order_in_euros_is_paid_outside_and_confirmed_by_both()
    {
        using var world = await MakeAsync(service);
        var address = await DeliveredAsync(world, Euros());
        await MustAsync(world.Bedrijf, address, "betwisting", 3, Reden("Te weinig soep"));
        await MustAsync(world.Ontvanger, address, "levering", 4);
        await MustAsync(world.Bedrijf, address, "goedkeuring", 5);
        await MustAsync(world.Bedrijf, address, "afrekening", 6, new() { ["kenmerk"] = "FACTUUR 7" });
        var denied = await MustAsync(world.Ontvanger, address, "ontvangst", 7, new() { ["ontvangen"] = false, ["reden"] = "Niets gezien" });
        await MustAsync(world.Bedrijf, address, "afrekening", 8, new() { ["kenmerk"] = "FACTUUR 7 BIS" });
        var settled = await MustAsync(world.Ontvanger, address, "ontvangst", 9, new() { ["ontvangen"] = true });

        Assert.Equal(("goedgekeurd", "Niets gezien"), ((string?)denied["status"], (string?)denied["reden"]));
        Assert.Equal(("afgerekend", "FACTUUR 7 BIS"), ((string?)settled["status"], (string?)settled["kenmerk"]));
        Assert.DoesNotContain(service.Events.All<InkoopAfrekeningGevraagd>(), item => item.Event.InkoopId == IdOf(address));
    }

    [Fact]
    public async Task An_order_in_hours_is_paid_by_the_Tijdbank_after_a_refusal_from_another_account()
    {
        using var world = await MakeAsync(service);
        var address = await DeliveredAsync(world, Hours());
        await MustAsync(world.Bedrijf, address, "goedkeuring", 3);
        await MustAsync(world.Bedrijf, address, "afrekening", 4, From(TestId.Guid()));
        var first = await world.ToldAsync<InkoopAfrekeningGevraagd>(item => item.InkoopId == IdOf(address));
        Assert.Equal((5L, account, 120, world.BedrijfPartnerId, world.OntvangerPartnerId),
            (first.Version, first.NaarRekeningId, first.DurationMinutes, first.PartnerId, first.LeverancierPartnerId));

        await world.HandleAsync(RefusedInkoop(address, version: 5));
        var seen = await ReadAsync(world.Bedrijf, address);
        Assert.Equal("goedgekeurd", (string?)seen["status"]);
        Assert.Contains("niet genoeg", (string?)seen["uitleg"]);
        await MustAsync(world.Bedrijf, address, "afrekening", 6, From(TestId.Guid()));
        await world.HandleAsync(RefusedInkoop(address, version: 5));
        Assert.Equal("in-afrekening", (string?)(await ReadAsync(world.Bedrijf, address))["status"]);
        await world.HandleAsync(Paid(address, version: 7));
        await world.HandleAsync(RefusedInkoop(address, version: 7));

        Assert.Equal("afgerekend", (string?)(await ReadAsync(world.Ontvanger, address))["status"]);
        using var again = await TryAsync(world.Bedrijf, address, "afrekening", 8, From(TestId.Guid()));
        Assert.Equal("409 vitaal-werken.inkoop.stap-niet-mogelijk", await again.ProblemAsync());
    }

    [Fact]
    public async Task Each_side_takes_its_own_steps_a_coordinator_looks_and_to_others_it_does_not_exist()
    {
        using var world = await MakeAsync(service);
        using var coordinator = await service.CoordinatorAsync();
        using var stranger = service.Partner();
        var address = await PlaceAsync(world, Euros());
        using var bySelf = await TryAsync(world.Bedrijf, address, "aanvaarding", 1, []);
        using var byCoordinator = await TryAsync(coordinator, address, "aanvaarding", 1, []);
        using var byStranger = await TryAsync(stranger, address, "aanvaarding", 1, []);
        using var read = await stranger.GetAsync(address);
        using var looked = await coordinator.GetAsync(address);
        using var ordered = await TryPlaceAsync(world, Euros(), await service.LeverancierAsync(), coordinator);

        Assert.Equal("409 vitaal-werken.inkoop.stap-niet-mogelijk", await bySelf.ProblemAsync());
        Assert.Equal("409 vitaal-werken.inkoop.stap-niet-mogelijk", await byCoordinator.ProblemAsync());
        Assert.Equal("404 vitaal-werken.inkoop.onbekend", await byStranger.ProblemAsync());
        Assert.Equal("404 vitaal-werken.inkoop.onbekend", await read.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Equal("403 vitaal-werken.inkoop.alleen-bedrijf", await ordered.ProblemAsync());
        var rejected = await MustAsync(world.Ontvanger, address, "afwijzing", 1, Reden("Geen tijd"));
        Assert.Equal("afgewezen", (string?)rejected["status"]);
        Assert.Equal([IdOf(address)], (await ReadAsync(world.Ontvanger, "/vitaal-werken/v1/inkopen"))["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
    }

    [Theory]
    [InlineData("prijsCenten", "-1", "400 verzoek.ongeldig")]
    [InlineData("prijsCenten", "0", "400 verzoek.ongeldig")]
    [InlineData("prijsCenten", "null", "422 vitaal-werken.inkoop.prijs-past-niet")]
    [InlineData("prijsMinuten", "60", "422 vitaal-werken.inkoop.prijs-past-niet")]
    [InlineData("leverdatum", "\"2020-01-01\"", "422 vitaal-werken.inkoop.dag-past-niet")]
    [InlineData("leverancierId", "\"00000000-0000-4000-8000-000000000001\"", "422 vitaal-werken.inkoop.leverancier-past-niet")]
    [InlineData("omschrijving", "\"Voor 111222333\"", "422 vitaal-werken.tekst.bsn")]
    public async Task A_wrong_order_is_refused(string field, string json, string problem)
    {
        using var world = await MakeAsync(service);
        var body = Euros();
        body["leverancierId"] = await service.LeverancierAsync(world.OntvangerPartnerId, "bewonersinitiatief");
        body[field] = JsonNode.Parse(json);
        using var response = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/inkopen", body);
        Assert.Equal(problem, await response.ProblemAsync());
    }

    [Fact]
    public async Task Euros_need_a_reference_and_hours_an_account()
    {
        using var world = await MakeAsync(service);
        using var own = await TryPlaceAsync(world, Euros(), await service.LeverancierAsync(world.BedrijfPartnerId), world.Bedrijf);
        Assert.Equal("422 vitaal-werken.inkoop.eigen-leverancier", await own.ProblemAsync());
        var (euros, hours) = (await DeliveredAsync(world, Euros()), await PlaceAsync(world, Hours()));
        await MustAsync(world.Bedrijf, euros, "goedkeuring", 3);
        using var byAccount = await TryAsync(world.Bedrijf, euros, "afrekening", 4, From(TestId.Guid()));
        using var byIban = await TryAsync(world.Bedrijf, euros, "afrekening", 4, new() { ["kenmerk"] = "NL91ABNA0417164300" });
        using var without = await TryAsync(world.Ontvanger, hours, "aanvaarding", 1, []);

        Assert.Equal("422 vitaal-werken.inkoop.afrekening-past-niet", await byAccount.ProblemAsync());
        Assert.Equal("422 vitaal-werken.kenmerk.iban", await byIban.ProblemAsync());
        Assert.Equal("422 vitaal-werken.inkoop.afrekening-past-niet", await without.ProblemAsync());
    }

    [Fact]
    public void No_walk_pays_an_order_that_was_not_approved_nor_leaves_an_end() =>
        Prop.ForAll(Gen.Choose(0, 20).ArrayOf().ToArbitrary(), walk =>
        {
            foreach (var isInHours in (bool[])[true, false])
            {
                var (stand, version) = (new Inkoopstand(InkoopStatus.Besteld, isInHours), 1L);
                foreach (var step in walk)
                {
                    var next = step switch
                    {
                        18 => stand.Paid(stand.GevraagdeVersie ?? 0),
                        19 => stand.Refused(stand.GevraagdeVersie ?? 0),
                        20 => stand.Paid(0),
                        _ => stand.Take((Inkoophandeling)(step / 2), (Inkoopkant)(step % 2), version + 1) ?? stand,
                    };
                    if (next == stand)
                        continue;
                    Assert.DoesNotContain(stand.Status, new[] { InkoopStatus.Afgewezen, InkoopStatus.Geannuleerd, InkoopStatus.Afgerekend });
                    Assert.True(next.Status != InkoopStatus.InAfrekening || stand.Status == InkoopStatus.Goedgekeurd);
                    Assert.True(next.Status != InkoopStatus.Afgerekend || stand.Status == InkoopStatus.InAfrekening);
                    Assert.True(next.Status != InkoopStatus.Afgerekend || (step >= 18) == isInHours);
                    (stand, version) = (next, version + 1);
                }
            }
        }).QuickCheckThrowOnFailure();

    private static JsonObject Euros() => new() { ["omschrijving"] = "Soep voor veertig", ["leverdatum"] = Tomorrow(), ["prijsCenten"] = 12_500 };

    private static JsonObject Hours() => new() { ["omschrijving"] = "Soep voor veertig", ["leverdatum"] = Tomorrow(), ["prijsMinuten"] = 120 };

    private static string Tomorrow() => TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd");

    private static JsonObject From(Guid account) => new() { ["vanRekeningId"] = account };

    private static Task<HttpResponseMessage> TryPlaceAsync(Bijdragewereld world, JsonObject body, Guid leverancierId, HttpClient client)
    {
        body["leverancierId"] = leverancierId;
        return client.SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/inkopen", body);
    }

    private async Task<string> PlaceAsync(Bijdragewereld world, JsonObject body)
    {
        using var response = await TryPlaceAsync(world, body, await service.LeverancierAsync(world.OntvangerPartnerId, "bewonersinitiatief"), world.Bedrijf);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    private async Task<string> DeliveredAsync(Bijdragewereld world, JsonObject body)
    {
        var address = await PlaceAsync(world, body);
        await MustAsync(world.Ontvanger, address, "aanvaarding", 1, body["prijsMinuten"] is null ? [] : new() { ["naarRekeningId"] = account });
        await MustAsync(world.Ontvanger, address, "levering", 2);
        return address;
    }

    private static BoekingGeweigerd RefusedInkoop(string address, long version) =>
        Refused(address, version, "tijdbank.overboeking.saldo-ontoereikend") with { Bron = "vitaal-werken.inkoop" };

    private static UrenVerrekend Paid(string address, long version) => new()
    {
        Bron = "vitaal-werken.inkoop", BronId = IdOf(address), Version = version, OverboekingId = TestId.Guid(), DurationMinutes = 120,
        OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };
}
