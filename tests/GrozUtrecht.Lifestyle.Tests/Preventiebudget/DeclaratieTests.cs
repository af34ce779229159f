using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

[Collection(LifestyleService.Name)]
public sealed class DeclaratieTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_month_is_closed_once_and_its_file_reconciles_with_the_ledger()
    {
        var wereld = await new Budgetwereld(service).WithAsync(50_000, eigenBijdrage: "procent", waarde: 25);
        using var beheerder = wereld.Beheerder();
        var leden = await wereld.LedenAsync(3);
        foreach (var lid in leden)
            await wereld.BesteedAsync(lid);
        await wereld.BesteedAsync(leden[0], new DateOnly(2026, 7, 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DeclareAsync(beheerder, wereld, "2026-06")));
        var june = await answers[0].ReadObjectAsync();
        using var file = await beheerder.GetAsync($"{wereld.Address}/declaraties/{june["id"]}/bestand");

        var created = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        using var found = await beheerder.GetAsync(created.Headers.Location);
        using var other = await service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:preventiebudget").GetAsync($"{created.Headers.Location}/bestand");
        Assert.Equal(june.ToJsonString(), (await found.ReadObjectAsync()).ToJsonString());
        Assert.Equal("404 lifestyle.declaratie.onbekend", await other.ProblemAsync());
        Assert.Equal((3, 2_250), ((int)june["aantalRegels"]!, (int)june["totaalCenten"]!));
        Assert.Equal((47_000, 0, 750, 2_250, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("regel;soort;lidkenmerk;datum;activiteit;dimensie;bedrag;eigenBijdrage", lines[0]);
        Assert.Equal("3;totaal;;;;;22,50;7,50", lines[^1]);
        Assert.Equal(5, lines.Length);
        Assert.All(lines[1..^1], line => Assert.Matches($"^[123];besteding;[0-9A-HJKMNP-TV-Z]{{16}};2026-06-10;{wereld.ActiviteitId};zingeving;7,50;2,50$", line));
        Assert.DoesNotContain(leden, lid => string.Join('\n', lines).Contains(lid.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_comes_late_goes_in_the_next_declaration_and_what_was_wrong_is_corrected_there()
    {
        var wereld = await new Budgetwereld(service).WithAsync(50_000);
        using var beheerder = wereld.Beheerder();
        var lid = (await wereld.LedenAsync(1))[0];
        var wrong = await wereld.BesteedAsync(lid);
        await wereld.BesteedAsync(lid);
        using var june = await DeclareAsync(beheerder, wereld, "2026-06");
        await wereld.BesteedAsync(lid);

        using var reversed = await beheerder.PostAsync($"{wereld.Address}/bestedingen/{wrong}/terugdraaiing", null);
        using var again = await beheerder.PostAsync($"{wereld.Address}/bestedingen/{wrong}/terugdraaiing", null);
        Assert.Equal((48_000, 0, 1_000, 2_000, -1_000), await wereld.StandAsync());
        using var july = await DeclareAsync(beheerder, wereld, "2026-07");
        using var august = await DeclareAsync(beheerder, wereld, "2026-08");
        using var back = await DeclareAsync(beheerder, wereld, "2026-05");

        Assert.Equal(HttpStatusCode.NoContent, reversed.StatusCode);
        Assert.Equal("404 lifestyle.preventiebudget.besteding-onbekend", await again.ProblemAsync());
        Assert.Equal(2_000, (int)(await june.ReadObjectAsync())["totaalCenten"]!);
        var next = await july.ReadObjectAsync();
        Assert.Equal((2, 0), ((int)next["aantalRegels"]!, (int)next["totaalCenten"]!));
        Assert.Equal(0, (int)(await august.ReadObjectAsync())["aantalRegels"]!);
        Assert.Equal("409 lifestyle.declaratie.latere-maand-gesloten", await back.ProblemAsync());
        Assert.Equal((48_000, 0, 0, 2_000, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
    }

    [Theory]
    [InlineData("2099-01", "409 lifestyle.declaratie.maand-niet-voorbij")]
    [InlineData("2025-12", "422 lifestyle.declaratie.voor-de-periode")]
    [InlineData("2026-13", "400 verzoek.ongeldig")]
    public async Task A_month_that_cannot_be_declared_is_refused(string maand, string problem)
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        using var beheerder = wereld.Beheerder();

        using var answer = await DeclareAsync(beheerder, wereld, maand);

        Assert.Equal(problem, await answer.ProblemAsync());
    }

    [Theory]
    [InlineData("insert into declaraties (id, budget_id, maand, aantal_regels, totaal_centen, vastgesteld_op) values (gen_random_uuid(), @BudgetId, '2026-06-01', 0, 1, now())")]
    [InlineData("insert into declaraties (id, budget_id, maand, aantal_regels, totaal_centen, vastgesteld_op) values (gen_random_uuid(), @BudgetId, '2026-06-01', 1, 0, now())")]
    public async Task A_declaration_that_does_not_reconcile_is_refused_by_the_database(string sql)
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);

        await Assert.ThrowsAsync<PostgresException>(() => wereld.ExecuteAsync(sql, new { wereld.BudgetId }));
    }

    [Fact]
    public async Task A_removed_person_leaves_the_totals_and_nothing_that_says_who_it_was()
    {
        var begins = TimeProvider.System.GetUtcNow().AddDays(2);
        var wereld = await new Budgetwereld(service) { SessieOp = begins }.WithAsync(5_000, bijNietVerschijnen: "besteden");
        var leden = await wereld.LedenAsync(2);
        await wereld.BesteedAsync(leden[0]);
        await wereld.ReserveAsync(await wereld.DeelnameAsync(), leden[0]);
        await wereld.ReserveAsync(await wereld.DeelnameAsync(), leden[1]);

        await service.PublishAsync(new PersoonVerwijderd { PersoonId = leden[0], Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });
        await Eventually.Async(
            async () => await wereld.ScalarAsync<int>("select count(*)::int from contact.preventiebudget_sleutels where budget_id = @BudgetId", new { wereld.BudgetId }) == 1,
            what: "the key of the member to be erased");

        Assert.Equal((3_000, 1_000, 1_000, 0, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
        Assert.Equal("lifestyle.preventiebudget.geen-lid", (await wereld.ReserveAsync(await wereld.DeelnameAsync(), leden[0]))!.Code);
        using var beheerder = wereld.Beheerder();
        using var back = await beheerder.SendJsonAsync(HttpMethod.Post, $"{wereld.Address}/leden", new JsonObject { ["persoonId"] = leden[0] });
        Assert.Equal("409 lifestyle.preventiebudget.persoon-verwijderd", await back.ProblemAsync());
    }

    private static Task<HttpResponseMessage> DeclareAsync(HttpClient client, Budgetwereld wereld, string maand) =>
        client.SendJsonAsync(HttpMethod.Post, $"{wereld.Address}/declaraties", new JsonObject { ["maand"] = maand });
}
