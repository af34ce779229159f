using System.Diagnostics;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

/// <summary>Holds the feeds against OpenActive's own validators.</summary>
[Collection(LifestyleService.Name)]
public sealed class OpenActiveValidatorTests(LifestyleFixture lifestyle)
{
    private static readonly string Validators = Path.Combine(Repository.Root, "build", "openactive");

    private static readonly string List = Path.Combine(
        Repository.Root, "services", "Lifestyle", "GrozUtrecht.Lifestyle", "Domain", "OpenData", "openactive-activity-list.tsv");

    private readonly OpenActiveWorld world = new(lifestyle);

    [Fact]
    public async Task The_dataset_and_its_feeds_are_clean_under_the_public_validators()
    {
        var organisation = await world.AanbiederAsync(website: "https://wandelclub.example/");
        var resident = await world.AanbiederAsync(soort: "actieve-bewoner", naam: "Fatma");
        var walking = await world.ActiviteitAsync(organisation, prijsCenten: 250, drempels: ["alleen-vrouwen", "rolstoeltoegankelijk"]);
        var free = await world.ActiviteitAsync(resident, naam: "Café “Été” & <stoelyoga>", drempels: ["gratis"]);
        await world.SessieAsync(walking);
        await world.SessieAsync(free, postcode: "3526", locatienaam: "Wijkcentrum", soort: "proeverij");
        var cancelled = await world.SessieAsync(free, 72);
        var removed = await world.SessieAsync(free, 96);
        await world.WriteAsync();
        await world.ExecuteAsync("UPDATE sessies SET sessie_status = 'vervallen' WHERE id = @cancelled", new { cancelled });
        await world.ExecuteAsync("DELETE FROM sessies WHERE id = @removed", new { removed });
        await world.WriteAsync();

        await using var address = await PublicAddress.StartAsync(lifestyle);
        var result = await ValidateAsync($"{address.Adres}/openactive");

        Assert.True(result["dataset"]!.AsArray().Count == 0, result["dataset"]!.ToJsonString());
        var feeds = result["feeds"]!.AsArray();
        Assert.Equal(2, feeds.Count);
        Assert.All(feeds, feed => Assert.True(feed!["failures"]!.AsArray().Count == 0, feed.ToJsonString()));
        Assert.All(feeds, feed => Assert.True(feed!["items"]!.GetValue<int>() >= 2 && feed["pages"]!.GetValue<int>() >= 2, feed.ToJsonString()));
    }

    private static async Task<JsonNode> ValidateAsync(string page)
    {
        Assert.True(
            Directory.Exists(Path.Combine(Validators, "node_modules")),
            "The OpenActive validators are not installed. Run ./groz test, or npm ci in build/openactive.");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(Validators, "validate.mjs"), List, page })
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return JsonNode.Parse(await output)!;
    }
}
