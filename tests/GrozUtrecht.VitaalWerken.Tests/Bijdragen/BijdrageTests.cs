using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.VitaalWerken.Tests.Bijdragen.Bijdragewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Bijdragen;

[Collection(VitaalWerkenService.Name)]
public sealed class BijdrageTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task Money_is_pledged_planned_delivered_with_proof_and_confirmed_by_who_receives()
    {
        using var world = await MakeAsync(service);
        var address = await world.PledgeAsync(world.Euros());
        var planned = await MustAsync(world.Bedrijf, address, "planning", 1, new() { ["datum"] = Today().AddDays(7).ToString("yyyy-MM-dd") });
        using var unproved = await TryAsync(world.Bedrijf, address, "levering", 2, []);
        var delivered = await MustAsync(world.Bedrijf, address, "levering", 2, new() { ["bewijs"] = "FACTUUR 2026-17" });
        var confirmed = await MustAsync(world.Ontvanger, address, "bevestiging", 3);

        Assert.Equal("gepland", (string?)planned["status"]);
        Assert.Equal("422 vitaal-werken.bijdrage.bewijs-ontbreekt", await unproved.ProblemAsync());
        Assert.Equal(("geleverd", null, "FACTUUR 2026-17"), ((string?)delivered["status"], delivered["boeking"], (string?)delivered["bewijs"]));
        Assert.Equal("bevestigd", (string?)confirmed["status"]);
        var pledged = await world.ToldAsync<BijdragePledged>(item => item.BijdrageId == IdOf(address));
        Assert.Equal((world.BedrijfId, "nieuwegein", "euro", 50_000L), (pledged.BedrijfId, pledged.Gebied, pledged.Soort, pledged.AmountCents!.Value));
    }

    [Fact]
    public async Task Hours_for_a_fund_are_told_to_the_Tijdbank_and_confirmed_once_it_booked_them()
    {
        using var world = await MakeAsync(service);
        var address = await world.DeliveredAsync();
        var told = await world.ToldAsync<BijdrageDelivered>(item => item.BijdrageId == IdOf(address));
        Assert.Equal((world.WijkpotId, world.OntvangerPartnerId, 600, 2L), (told.WijkpotId!.Value, told.OntvangerPartnerId, told.DurationMinutes!.Value, told.Version));
        using var tooSoon = await TryAsync(world.Ontvanger, address, "bevestiging", 2);
        Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await tooSoon.ProblemAsync());

        await world.HandleAsync(Booked(address));
        var seen = await ReadAsync(world.Ontvanger, address);
        Assert.Equal(("geleverd", "geboekt"), ((string?)seen["status"], (string?)seen["boeking"]!["status"]));
        Assert.Equal("bevestigd", (string?)(await MustAsync(world.Ontvanger, address, "bevestiging", 3))["status"]);
    }

    [Fact]
    public async Task A_dispute_is_told_to_the_Tijdbank_and_its_answers_may_come_in_any_order()
    {
        using var world = await MakeAsync(service);
        var address = await world.DeliveredAsync();
        await MustAsync(world.Ontvanger, address, "betwisting", 2, Reden());
        var told = await world.ToldAsync<BijdrageDisputed>(item => item.BijdrageId == IdOf(address));
        Assert.Equal((world.WijkpotId, 3L), (told.WijkpotId!.Value, told.Version));

        await world.HandleAsync(TakenBack(address));
        await world.HandleAsync(Booked(address));
        await world.HandleAsync(Refused(address, version: 2));
        var seen = await ReadAsync(world.Bedrijf, address);
        Assert.Equal(("betwist", "teruggeboekt", "Er is niemand geweest"), ((string?)seen["status"], (string?)seen["boeking"]!["status"], (string?)seen["reden"]));
        using var again = await TryAsync(world.Bedrijf, address, "levering", 4, []);
        Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await again.ProblemAsync());
    }

    [Fact]
    public async Task A_refusal_of_the_Tijdbank_says_what_to_do_and_another_fund_may_be_named()
    {
        using var world = await MakeAsync(service);
        var address = await world.DeliveredAsync();
        await world.HandleAsync(Refused(address, version: 2));
        var seen = await ReadAsync(world.Bedrijf, address);
        Assert.Equal(("geweigerd", "tijdbank.wijkpot.gesloten"), ((string?)seen["boeking"]!["status"], (string?)seen["boeking"]!["code"]));
        Assert.Contains("andere wijkpot", (string?)seen["boeking"]!["uitleg"]);

        var other = new JsonObject { ["wijkpotId"] = TestId.Guid(), ["ontvangerPartnerId"] = world.OntvangerPartnerId };
        Assert.Equal("gevraagd", (string?)(await MustAsync(world.Bedrijf, address, "aanbieding", 3, other))["boeking"]!["status"]);
        var told = await world.ToldAsync<BijdrageDelivered>(item => item.BijdrageId == IdOf(address) && item.Version == 4);
        Assert.Equal((Guid)other["wijkpotId"]!, told.WijkpotId);
        await world.HandleAsync(Refused(address, version: 2));
        Assert.Equal("gevraagd", (string?)(await ReadAsync(world.Bedrijf, address))["boeking"]!["status"]);
        await world.HandleAsync(Booked(address));
        Assert.Equal("geboekt", (string?)(await ReadAsync(world.Bedrijf, address))["boeking"]!["status"]);
    }

    [Fact]
    public async Task Silence_confirms_after_thirty_days_what_has_arrived_and_nothing_else()
    {
        using var world = await MakeAsync(service);
        var (money, booked, waiting) = (await world.DeliveredAsync(world.Euros()), await world.DeliveredAsync(), await world.DeliveredAsync());
        await world.HandleAsync(Booked(booked));
        await RoundAsync(days: 30);
        Assert.Equal("geleverd", (string?)(await ReadAsync(world.Bedrijf, money))["status"]);
        await Task.WhenAll(RoundAsync(days: 31), RoundAsync(days: 31));

        Assert.Equal("bevestigd", (string?)(await ReadAsync(world.Bedrijf, money))["status"]);
        Assert.Equal(("bevestigd", 4L), ((string?)(await ReadAsync(world.Bedrijf, booked))["status"], await VersionAsync(world.Bedrijf, booked)));
        Assert.Equal("geleverd", (string?)(await ReadAsync(world.Bedrijf, waiting))["status"]);
    }

    [Fact]
    public async Task After_thirty_days_nobody_disputes()
    {
        using var world = await MakeAsync(service);
        var address = await world.DeliveredAsync(world.Euros());
        await world.ExecuteAsync("UPDATE bijdragen SET betwistbaar_tot_en_met = betwistbaar_tot_en_met - 31 WHERE id = @id", address);

        using var late = await TryAsync(world.Ontvanger, address, "betwisting", 2, Reden());
        Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await late.ProblemAsync());
    }

    [Fact]
    public async Task Only_who_receives_confirms_and_to_everybody_else_it_does_not_exist()
    {
        using var world = await MakeAsync(service);
        using var coordinator = await service.CoordinatorAsync();
        using var elsewhere = await service.CoordinatorAsync("overvecht");
        using var stranger = service.Partner();
        var address = await world.DeliveredAsync(world.Euros());

        foreach (var client in new[] { world.Bedrijf, coordinator })
        {
            using var confirmed = await TryAsync(client, address, "bevestiging", 2);
            Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await confirmed.ProblemAsync());
        }

        foreach (var client in new[] { stranger, elsewhere })
        {
            using var read = await client.GetAsync(address);
            using var confirmed = await TryAsync(client, address, "bevestiging", 2);
            using var list = await client.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragen");
            Assert.Equal("404 vitaal-werken.bijdrage.onbekend", await read.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bijdrage.onbekend", await confirmed.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await list.ProblemAsync());
        }

        using var stale = await TryAsync(world.Ontvanger, address, "bevestiging", 1);
        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
    }

    [Fact]
    public async Task A_coordinator_that_receives_does_not_report_the_delivery_itself()
    {
        using var world = await MakeAsync(service);
        using var coordinator = await service.CoordinatorAsync(partnerId: world.OntvangerPartnerId);
        using var other = await service.CoordinatorAsync();
        var address = await world.PledgeAsync(world.Euros());
        var proof = new JsonObject { ["bewijs"] = "FACTUUR 2026-17" };

        using var own = await TryAsync(coordinator, address, "levering", 1, proof);
        Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await own.ProblemAsync());
        await MustAsync(other, address, "levering", 1, (JsonObject)proof.DeepClone());
    }

    [Fact]
    public async Task What_was_not_delivered_may_be_withdrawn_and_stays_withdrawn()
    {
        using var world = await MakeAsync(service);
        var address = await world.PledgeAsync();
        Assert.Equal("ingetrokken", (string?)(await MustAsync(world.Bedrijf, address, "intrekking", 1, Reden()))["status"]);
        using var delivered = await TryAsync(world.Bedrijf, address, "levering", 2, []);
        Assert.Equal("409 vitaal-werken.bijdrage.stap-niet-mogelijk", await delivered.ProblemAsync());
    }

    [Fact]
    public async Task Of_many_who_report_the_delivery_at_once_one_is_heard()
    {
        using var world = await MakeAsync(service);
        var address = await world.PledgeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryAsync(world.Bedrijf, address, "levering", 1, [])));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Who_receives_finds_what_is_for_them()
    {
        using var world = await MakeAsync(service);
        var address = await world.PledgeAsync();
        var initiative = await service.LeverancierAsync(world.OntvangerPartnerId, "bewonersinitiatief");
        var products = await world.PledgeAsync(new() { ["soort"] = "producten", ["omschrijving"] = "Laptops", ["aantal"] = 10, ["leverancierId"] = initiative });

        var page = await ReadAsync(world.Ontvanger, "/vitaal-werken/v1/bijdragen");
        Assert.Equal([IdOf(address), IdOf(products)], page["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
        Assert.Empty((await ReadAsync(world.Bedrijf, "/vitaal-werken/v1/bijdragen"))["items"]!.AsArray());
    }

    private Task RoundAsync(int days) =>
        service.Services.GetRequiredService<Bijdragetermijnen>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(days), CancellationToken.None);

    private static async Task<long> VersionAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return long.Parse(response.Headers.ETag!.Tag.Trim('"'));
    }

    private static DateOnly Today() => Gebieden.NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow());
}
