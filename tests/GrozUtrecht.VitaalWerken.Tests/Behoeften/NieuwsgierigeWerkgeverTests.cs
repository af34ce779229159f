using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using Npgsql;
using static GrozUtrecht.VitaalWerken.Tests.Behoeften.Scanwereld;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

/// <summary>An employer that is curious and clever.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class NieuwsgierigeWerkgeverTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task While_a_scan_is_open_nothing_changes_when_somebody_fills_it_in()
    {
        using var world = await OpenedAsync(service, "Kantoor", "Magazijn");
        string[] paths =
        [
            world.Address, $"{world.Scans}?limit=1", world.Scans, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/behoefte",
            $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}", $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/inspiratiebijeenkomsten",
        ];
        var before = await SeenAsync(world, paths);

        await world.FilledAsync(16, "Kantoor");

        Assert.Equal(before, await SeenAsync(world, paths));
        Assert.DoesNotContain("odes", string.Concat(before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_fourteen_is_told_neither_by_itself_nor_by_subtracting()
    {
        using var world = await OpenedAsync(service, "Kantoor", "Magazijn", "Winkel");
        await world.FilledAsync(16, "Kantoor");
        await world.FilledAsync(15, "Magazijn");
        await world.FilledAsync(14, "Winkel");

        var uitslag = (await world.ClosedAsync())["uitslag"]!;

        Assert.Equal(45, (int)uitslag["aantal"]!);
        // Fourteen are too few, so the smallest other group is withheld with them: they are twenty-nine together.
        var shown = Assert.Single(uitslag["groepen"]!.AsArray())!;
        Assert.Equal("Kantoor", (string?)shown["groep"]);
        Assert.Equal(15, (int)shown["aantal"]!);
        Assert.Equal(12, shown["onderwerpen"]!.AsArray().Count);
        Assert.Equal(uitslag.ToJsonString(), JsonNode.Parse(await world.SeenByAsync(world.Bedrijf, world.Address))!["uitslag"]!.ToJsonString());
    }

    [Fact]
    public async Task Fourteen_answers_tell_nothing_and_are_forgotten()
    {
        using var world = await OpenedAsync(service);
        await world.FilledAsync(14);

        var uitslag = (await world.ClosedAsync())["uitslag"]!;

        Assert.Equal("""{"onderwerpen":[],"groepen":[],"wensen":[]}""", uitslag.ToJsonString());
        Assert.Equal("""{"onderwerpen":[]}""", await world.SeenByAsync(world.Bedrijf, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/behoefte"));
        Assert.Equal(0, await world.CountAsync("SELECT count(*) FROM medewerkers.scanantwoorden WHERE scan_id = @Id"));
    }

    [Fact]
    public async Task Figures_are_made_once_and_the_answers_are_gone()
    {
        using var world = await OpenedAsync(service);
        await world.FilledAsync(32);
        var first = (await world.ClosedAsync())["uitslag"]!.ToJsonString();

        using var again = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/sluiting", null);
        var change = await Assert.ThrowsAsync<PostgresException>(() => world.ExecuteAsync("UPDATE medewerkersscancijfers SET gemiddeld = 1 WHERE scan_id = @Id"));

        Assert.Equal("409 vitaal-werken.medewerkersscan.gesloten", await again.ProblemAsync());
        Assert.Contains("made once", change.MessageText, StringComparison.Ordinal);
        Assert.Equal(first, JsonNode.Parse(await world.SeenByAsync(world.Bedrijf, world.Address))!["uitslag"]!.ToJsonString());
        Assert.Equal(0, await world.CountAsync("SELECT count(*) FROM medewerkers.scanantwoorden WHERE scan_id = @Id"));
        // Sixteen wished slaap and sixteen bewegen, which are the same two sides: one number tells all there is.
        Assert.Equal("""[{"onderwerp":"bewegen","aantal":15}]""", JsonNode.Parse(first)!["wensen"]!.ToJsonString());
    }

    [Fact]
    public async Task A_second_scan_does_not_come_so_soon_that_one_colleague_is_the_difference()
    {
        using var world = await OpenedAsync(service);
        using var during = await world.OpenAsync([]);
        await world.ClosedAsync();

        using var atOnce = await world.OpenAsync([]);
        await world.ExecuteAsync("UPDATE medewerkersscans SET gesloten_op = gesloten_op - interval '181 days' WHERE id = @Id");
        using var early = await world.OpenAsync([]);
        await world.ExecuteAsync("UPDATE medewerkersscans SET gesloten_op = gesloten_op - interval '2 days' WHERE id = @Id");
        using var later = await world.OpenAsync([]);

        Assert.Equal("409 vitaal-werken.medewerkersscan.loopt-al", await during.ProblemAsync());
        Assert.Equal("409 vitaal-werken.medewerkersscan.te-snel", await atOnce.ProblemAsync());
        Assert.Equal("409 vitaal-werken.medewerkersscan.te-snel", await early.ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
    }

    [Fact]
    public async Task Published_figures_count_in_the_order_of_needs()
    {
        using var world = await OpenedAsync(service);
        await world.FilledAsync(32);
        await world.ClosedAsync();

        var needs = JsonNode.Parse(await world.SeenByAsync(world.Bedrijf, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/behoefte"))!["onderwerpen"]!;

        Assert.Equal("bewegen", (string?)needs[0]!["onderwerp"]);
        Assert.Equal("Medewerkers geven dit gemiddeld een 5,5.", (string?)needs[0]!["redenen"]![0]!["zin"]);
        Assert.Equal("wens", (string?)needs[0]!["redenen"]![1]!["soort"]);
    }

    [Fact]
    public async Task No_answer_has_a_time_or_a_name_of_an_employee()
    {
        using var world = await OpenedAsync(service);

        Assert.Equal(0, await world.CountAsync(
            """
            SELECT count(*) FROM information_schema.columns
            WHERE table_schema = 'medewerkers' AND table_name IN ('scanantwoorden', 'belangstelling', 'uitnodigingscodes')
              AND (data_type LIKE 'timestamp%' OR column_name IN ('persoon_id', 'code', 'naam', 'opmerking'))
            """));
    }

    private static async Task<List<string>> SeenAsync(Scanwereld world, string[] paths)
    {
        var seen = new List<string>();
        foreach (var path in paths)
            seen.Add(await world.SeenByAsync(world.Bedrijf, path));
        return seen;
    }
}
