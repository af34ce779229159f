using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Features.Groepscijfers;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>In a database of its own, because a momentopname is of everybody. Each test has a database to itself, so that a quarter is.</summary>
public sealed class GroepscijfersTests : IAsyncLifetime
{
    private const string Root = "/lifestyle/v1/groepscijfers";
    private static readonly DateOnly Winter = new(2026, 2, 10);
    private static readonly DateOnly Spring = new(2026, 5, 10);

    private readonly LifestyleFixture service = new();

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_quarter_is_published_once_and_every_partner_sees_the_same()
    {
        using var partner = service.Partner();
        var activiteit = await LifestyleFixture.PublishedAsync(partner);
        var activiteitId = Guid.Parse(activiteit[(activiteit.LastIndexOf('/') + 1)..]);
        var people = await Deelnemers.StartManyAsync(service.Database, 20, Winter, "overvecht", "bewoner", activiteitId);
        await Deelnemers.StartManyAsync(service.Database, 22, Winter, "kanaleneiland", "werknemer");
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
            await Deelnemers.MeasureAsync(service.Database, person, 3, Winter.AddDays(20), 5 + (index % 4));

        // Both at once, as two replicas or an impatient operator would.
        var answers = await Task.WhenAll(MakeAsync("2026-K1"), MakeAsync("2026-K1"));

        Assert.Equal(["200", "201"], answers.Select(answer => answer.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Single(answers.Select(answer => answer[4..]).Distinct(StringComparer.Ordinal));
        var area = await FiguresAsync("gebieden/overvecht");
        Assert.Equal("ten minste 20", (string?)Stand(area, 0)["aantal"]);
        Assert.Equal(6.0m, (decimal)Stand(area, 0)["gemiddelde"]!);
        Assert.Equal(1.4m, (decimal)Stand(area, 0)["spreiding"]!);
        Assert.Equal(0.5m, (decimal)Momenten(area)[1]!["verandering"]!["gemiddelde"]!);
        Assert.Equal("2026-K1", (string?)Stand(area, 0)["kwartaal"]);
        Assert.Equal("te klein om te tonen", (string?)Stand(area, 6)["aantal"]);
        Assert.Equal("ten minste 40", (string?)Stand(await FiguresAsync("programma"), 0)["aantal"]);
        Assert.Equal("ten minste 20", (string?)Stand(await FiguresAsync("doelgroepen/werknemer"), 0)["aantal"]);
        Assert.Equal("ten minste 20", (string?)Stand(await FiguresAsync($"activiteiten/{activiteitId}"), 0)["aantal"]);
        Assert.True((bool)Stand(await FiguresAsync("gebieden/papendorp"), 0)["teKlein"]!);
        Assert.Equal((await FiguresAsync("programma")).ToJsonString(), (await FiguresAsync("programma")).ToJsonString());
    }

    [Fact]
    public async Task One_employee_who_withdrew_is_not_the_difference_between_two_quarters()
    {
        var people = await Deelnemers.StartManyAsync(service.Database, 40, Winter, "papendorp", "werknemer");
        await MakeAsync("2026-K1");
        await Deelnemers.WithdrawAsync(service.Database, people[0]);
        await Deelnemers.ConsentAgainAsync(service.Database, people[1]);
        await MakeAsync("2026-K2");

        var second = await FiguresAsync("doelgroepen/werknemer");
        Assert.Equal("2026-K2", (string?)second["kwartaal"]);
        Assert.Equal("2026-K1", (string?)Stand(second, 0)["kwartaal"]);

        // Coming back makes nobody new, and fifteen others do.
        await Deelnemers.ConsentAgainAsync(service.Database, people[0]);
        await Deelnemers.StartManyAsync(service.Database, 15, Spring.AddMonths(3), "papendorp", "werknemer");
        await MakeAsync("2026-K3");

        var third = Stand(await FiguresAsync("doelgroepen/werknemer"), 0);
        Assert.Equal("2026-K3 ten minste 50", $"{third["kwartaal"]} {third["aantal"]}");
        Assert.Equal("2026-K1", (string?)Stand(await FiguresAsync("doelgroepen/werknemer", "?kwartaal=2026-K2"), 0)["kwartaal"]);
    }

    [Fact]
    public async Task Who_withdraws_or_is_erased_is_forgotten_in_the_memory_of_groups_and_the_figures_stay()
    {
        var people = await Deelnemers.StartManyAsync(service.Database, 30, Winter, "overvecht", "bewoner");
        await MakeAsync("2026-K1");
        var before = await FiguresAsync("programma");
        Assert.Equal((30, 0), (await CountAsync("SELECT count(*) FROM groepscijfers.leden WHERE NOT vergeten"), await CountAsync(Incomplete)));

        await Deelnemers.ConsentAgainAsync(service.Database, people[0]);
        Assert.Equal((30, 0), (await CountAsync("SELECT count(*) FROM groepscijfers.leden WHERE NOT vergeten"), await CountAsync(Incomplete)));

        await Deelnemers.WithdrawAsync(service.Database, people[1]);
        await Deelnemers.EraseAsync(service.Database, people[2]);
        await Deelnemers.EraseAsync(service.Database, people[1]);

        Assert.Equal(28, await CountAsync("SELECT count(*) FROM groepscijfers.leden"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM groepscijfers.groepen WHERE volledig"));
        Assert.Equal(before.ToJsonString(), (await FiguresAsync("programma")).ToJsonString());
    }

    [Fact]
    public async Task Quarters_are_made_in_order_after_they_are_settled_and_by_themselves()
    {
        await Deelnemers.StartManyAsync(service.Database, 30, Winter, "overvecht", "bewoner");
        var ronde = service.Services.GetRequiredService<Kwartaalronde>();

        // The seventh of July: a measurement of the thirtieth of June can still be corrected.
        await ronde.RunAsync(new DateTimeOffset(2026, 7, 7, 12, 0, 0, TimeSpan.Zero), default);
        await ronde.RunAsync(new DateTimeOffset(2026, 7, 9, 12, 0, 0, TimeSpan.Zero), default);
        await ronde.RunAsync(new DateTimeOffset(2026, 7, 9, 13, 0, 0, TimeSpan.Zero), default);

        Assert.StartsWith("409 lifestyle.groepscijfers.kwartaal-gepasseerd", await MakeAsync("2025-K4"), StringComparison.Ordinal);
        Assert.StartsWith("422 lifestyle.groepscijfers.kwartaal-niet-voorbij", await MakeAsync("2099-K1"), StringComparison.Ordinal);
        using var reader = Reader();
        using var listed = await reader.GetAsync($"{Root}/momentopnamen");
        Assert.Equal(["2026-K2", "2026-K1"], (await listed.ReadObjectAsync())["items"]!.AsArray().Select(item => (string?)item!["kwartaal"]));
        using var other = await reader.GetAsync($"{Root}/programma?kwartaal=2026-K3");
        Assert.Equal("404 lifestyle.groepscijfers.geen-momentopname", await other.ProblemAsync());
        await Assert.ThrowsAsync<PostgresException>(() => CountAsync("UPDATE groepscijfers.cijfers SET gemiddelde = 1 RETURNING 1"));
    }

    [Fact]
    public async Task Figures_and_making_them_each_ask_for_a_scope_and_only_for_groups_that_there_are()
    {
        using var partner = service.Partner();
        using var reader = Reader();

        Assert.Equal("403 toegang.scope-ontbreekt", await Problem(partner, $"{Root}/programma"));
        Assert.Equal("403 toegang.scope-ontbreekt", await Problem(partner, $"{Root}/momentopnamen"));
        using var made = await partner.SendJsonAsync(HttpMethod.Post, $"{Root}/momentopnamen", new JsonObject { ["kwartaal"] = "2026-K1" });
        Assert.Equal("403 toegang.scope-ontbreekt", await made.ProblemAsync());
        Assert.Equal("404 lifestyle.groepscijfers.geen-momentopname", await Problem(reader, $"{Root}/programma"));
        Assert.Equal("404 lifestyle.groepscijfers.groep-onbekend", await Problem(reader, $"{Root}/gebieden/nergens"));
        Assert.Equal("404 lifestyle.groepscijfers.groep-onbekend", await Problem(reader, $"{Root}/doelgroepen/directeur"));
        Assert.Equal("404 lifestyle.groepscijfers.groep-onbekend", await Problem(reader, $"{Root}/activiteiten/{TestId.Guid()}"));
        Assert.StartsWith("400 ", await Problem(reader, $"{Root}/programma?kwartaal=2026-07"), StringComparison.Ordinal);
        Assert.StartsWith("400 ", await MakeAsync("dit kwartaal"), StringComparison.Ordinal);
    }

    private const string Incomplete = "SELECT count(*) FROM groepscijfers.groepen WHERE NOT volledig";

    private static async Task<string> Problem(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.ProblemAsync();
    }

    private HttpClient Reader() => service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:groepscijfers");

    private async Task<string> MakeAsync(string kwartaal)
    {
        using var operatorClient = service.ClientFor(TestId.Guid(), "lifestyle:schrijven", "lifestyle:beheren");
        using var response = await operatorClient.SendJsonAsync(HttpMethod.Post, $"{Root}/momentopnamen", new JsonObject { ["kwartaal"] = kwartaal });
        return response.IsSuccessStatusCode
            ? $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
            : await response.ProblemAsync();
    }

    private async Task<JsonObject> FiguresAsync(string group, string query = "")
    {
        using var reader = Reader();
        using var response = await reader.GetAsync($"{Root}/{group}{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.ReadObjectAsync();
    }

    private static JsonArray Momenten(JsonObject figures) => figures["maten"]!.AsArray().Single()!["momenten"]!.AsArray();

    private static JsonNode Stand(JsonObject figures, int maanden) =>
        Momenten(figures).Single(moment => (int)moment!["maanden"]! == maanden)!["stand"]!;

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(sql);
    }
}
