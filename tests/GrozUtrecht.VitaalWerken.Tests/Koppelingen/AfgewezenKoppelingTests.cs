using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Features.Koppelingen;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.VitaalWerken.Tests.Koppelingen.Koppelwereld;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

[Collection(VitaalWerkenService.Name)]
public sealed class AfgewezenKoppelingTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task Who_is_turned_down_reads_why()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();

        using var declined = await DeclineAsync(world.Bedrijf, address, "\"1\"", "vorm-past-niet", "Wij zoeken iets van een hele dag.");

        var seen = Assert.Single((await GetAsync(world.Leverancier, $"{Adres}?rol=leverancier&status=afgewezen"))["items"]!.AsArray())!;
        Assert.Equal("bedrijf", (string?)seen["afwijzing"]!["door"]);
        Assert.Equal("vorm-past-niet", (string?)seen["afwijzing"]!["reden"]);
        Assert.Equal("Wij zoeken iets van een hele dag.", (string?)seen["afwijzing"]!["toelichting"]);
        Assert.Equal((int)seen["score"]!, seen["waarom"]!.AsArray().Sum(reden => (int)reden!["punten"]!));
    }

    [Theory]
    [InlineData(true, "geen-tijd", null)]
    [InlineData(false, "past-niet-bij-behoefte", null)]
    [InlineData(true, "ander-aanbod-gekozen", null)]
    [InlineData(true, "anders", null)]
    [InlineData(true, "anders", " ")]
    public async Task A_reason_must_be_of_ones_own_side_and_say_something(bool isBedrijf, string reason, string? text)
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();

        using var refused = await DeclineAsync(isBedrijf ? world.Bedrijf : world.Leverancier, address, "\"1\"", reason, text);

        Assert.Equal("422 vitaal-werken.koppeling.reden-past-niet", await refused.ProblemAsync());
        Assert.Equal("voorgesteld", (string?)(await GetAsync(world.Bedrijf, address))["status"]);
    }

    [Fact]
    public async Task The_others_are_turned_down_once_the_chosen_one_is_made_and_read_how_they_did()
    {
        using var world = await StartAsync(service, prijsCenten: 11_100);
        await using (var connection = await service.Database.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO bedrijfsscans (bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, dagdelen, ingevuld_op)
                VALUES (@BedrijfId, 1, '{bewegen}', '{3}', '{3}', '{workshop}', 0, now())
                """,
                new { world.BedrijfId });
        }

        var (lecturer, lecture) = await world.OtherAsync(vorm: "lezing", prijsCenten: 45_600);
        var (sleeper, sleep) = await world.OtherAsync("slaap");
        var chosen = await world.ProposedAsync();
        var turnedDown = await world.ProposedAsync(lecture);
        var aboutSleep = await world.ProposedAsync(sleep);

        using var yes = await AgreeAsync(world.Bedrijf, chosen, "\"1\"", closesOthers: true);
        Assert.Equal("voorgesteld", (string?)(await GetAsync(lecturer, turnedDown))["status"]);
        Assert.Null((await GetAsync(world.Leverancier, chosen))["sluitAndere"]);
        using var made = await AgreeAsync(world.Leverancier, chosen, "\"2\"");
        Assert.Equal("gemaakt", (string?)(await made.ReadObjectAsync())["status"]);

        var seen = await GetAsync(lecturer, turnedDown);
        Assert.Equal("afgewezen", (string?)seen["status"]);
        Assert.Equal("ander-aanbod-gekozen", (string?)seen["afwijzing"]!["reden"]);
        AssertTellsNothingOfTheOther(seen, world);
        Assert.Equal("voorgesteld", (string?)(await GetAsync(sleeper, aboutSleep))["status"]);
        lecturer.Dispose();
        sleeper.Dispose();
    }

    [Fact]
    public async Task Without_an_answer_in_21_days_it_is_over_also_before_the_round_wrote_it_down()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();
        await using (var connection = await service.Database.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """
                UPDATE koppelingen SET aangemaakt_op = aangemaakt_op - interval '21 days', verloopt_op = verloopt_op - interval '21 days'
                WHERE bedrijf_id = @BedrijfId
                """,
                new { world.BedrijfId });
        }

        using var late = await AgreeAsync(world.Leverancier, address, "\"1\"");
        Assert.Equal("409 vitaal-werken.koppeling.niet-open", await late.ProblemAsync());
        var ronde = service.Services.GetRequiredService<Koppelingronde>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ronde.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)));

        var expired = await GetAsync(world.Bedrijf, address);
        Assert.Equal("verlopen", (string?)expired["status"]);
        await world.ProposedAsync();
    }

    [Fact]
    public async Task What_was_proposed_and_made_weighs_in_the_next_proposals()
    {
        using var world = await StartAsync(service);
        var second = await service.AanbodAsync(world.LeverancierId);
        var before = await PointsAsync(world, second);
        var address = await world.ProposedAsync();
        var proposed = await PointsAsync(world, second);
        using var one = await AgreeAsync(world.Bedrijf, address, "\"1\"");
        using var other = await AgreeAsync(world.Leverancier, address, "\"2\"");
        var made = await PointsAsync(world, second);

        Assert.Equal((5, 5, 5), before);
        Assert.Equal((0, 5, 5), proposed);
        Assert.Equal((0, 4, 0), made);
    }

    [Fact]
    public async Task A_supplier_that_stopped_makes_no_koppeling_any_more()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();
        await using (var connection = await service.Database.OpenConnectionAsync())
            await connection.ExecuteAsync("UPDATE leveranciers SET status = 'gestopt' WHERE id = @LeverancierId", new { world.LeverancierId });

        using var yes = await AgreeAsync(world.Bedrijf, address, "\"1\"");

        Assert.Equal("409 vitaal-werken.koppeling.niet-meer-mogelijk", await yes.ProblemAsync());
    }

    [Fact]
    public async Task The_lists_of_a_company_are_for_its_employer_and_its_coordinator()
    {
        using var world = await StartAsync(service);
        await world.ProposedAsync();
        foreach (var (client, path) in new[]
        {
            (world.Bedrijf, $"{Adres}?rol=bedrijf"), (world.Bedrijf, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/koppelingen"),
            (world.Coordinator, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/koppelingen?status=voorgesteld"),
        })
        {
            Assert.Equal(world.AanbodId, (Guid)Assert.Single((await GetAsync(client, path))["items"]!.AsArray())!["aanbodId"]!);
        }

        using var refused = await world.Leverancier.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/koppelingen");
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await refused.ProblemAsync());
    }

    private static void AssertTellsNothingOfTheOther(JsonObject seen, Koppelwereld world)
    {
        var text = seen.ToJsonString();
        Assert.DoesNotContain("111", text.Replace((string)seen["id"]!, "", StringComparison.Ordinal).Split("afwijzing")[1].Split("aangemaaktOp")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(world.AanbodId.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.LeverancierId.ToString(), text, StringComparison.Ordinal);
        var terms = seen["afwijzing"]!["vergelijking"]!["termen"]!.AsArray();
        Assert.Equal(9, terms.Count);
        Assert.All(terms, term => Assert.Equal(
            (string)term!["code"]! is "onderwerp" or "vorm" or "beschikbaarheid", term!["minderDanGekozen"] is not null));
        Assert.True((bool)Assert.Single(terms, term => (string?)term!["code"] == "vorm")!["minderDanGekozen"]!);
        Assert.True((bool)seen["afwijzing"]!["vergelijking"]!["lagereScoreDanGekozen"]!);
    }

    private static async Task<(int, int, int)> PointsAsync(Koppelwereld world, Guid aanbodId)
    {
        var explained = await world.Bedrijf.GetFromJsonAsync<JsonObject>($"{world.Voorstellen}/{aanbodId}");
        var points = explained!["voorstel"]!["waarom"]!.AsArray().ToDictionary(reden => (string)reden!["code"]!, reden => (int)reden!["punten"]!, StringComparer.Ordinal);
        return (points["laatst-voorgesteld"], points["belasting"], points["nieuwkomer"]);
    }
}
