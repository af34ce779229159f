using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Tests.Preventiebudget;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

/// <summary>Hundreds who want the last places at once, while others give theirs up.</summary>
[Collection(LifestyleService.Name)]
public sealed class DrukteTests(LifestyleFixture lifestyle)
{
    private const int Places = 20;
    private const int AtOnce = 24;

    [Fact]
    public async Task Whatever_the_rush_there_are_never_more_people_than_places_and_the_order_is_kept()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, Places);
        var holders = await Task.WhenAll(Enumerable.Range(0, Places).Select(_ => sessie.RegisterAsync()));

        // Everybody registers, every third gives up, and who is offered a place takes it, all at the same time.
        await Parallel.ForEachAsync(Enumerable.Range(0, 240), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            if (number % 12 == 0)
                (await sessie.CancelAsync(holders[number / 12])).Dispose();
            var deelname = await sessie.RegisterAsync();
            if (number % 3 == 0)
                (await sessie.CancelAsync(deelname)).Dispose();
            else if (await sessie.StatusAsync(deelname) == "aangeboden")
                (await sessie.AcceptAsync(deelname)).Dispose();
        });

        var rows = await RowsAsync(sessie);
        Assert.Equal(Places + 240, rows.Count);
        Assert.Equal((Places, Places, Places), await sessie.PlacesAsync());
        var waiting = rows.Where(row => row.Status == "wachtlijst").Select(row => row.Volgnummer).ToList();
        var placed = rows.Where(row => row.Status is "aangemeld" or "aangeboden").Select(row => row.Volgnummer).ToList();
        Assert.NotEmpty(waiting);
        Assert.True(placed.Max() < waiting.Min(), $"number {placed.Max()} has a place while number {waiting.Min()} still waits");
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Volgnummer));
    }

    [Fact]
    public async Task A_budget_pays_for_as_many_as_it_can_and_for_not_one_more()
    {
        const int Paid = 7;
        const int PriceCents = 1_000;
        var wereld = await new Budgetwereld(lifestyle) { PrijsCenten = PriceCents }.WithAsync(Paid * PriceCents);
        var persons = await wereld.LedenAsync(60);
        await wereld.ExecuteAsync(
            """
            UPDATE sessies SET begint_op = now() + interval '3 days', eindigt_op = now() + interval '3 days 1 hour', capaciteit = 40 WHERE id = @SessieId;
            UPDATE preventiebudgetten SET van_datum = current_date - 10, tot_en_met_datum = current_date + 30 WHERE id = @BudgetId;
            """,
            wereld);
        var sessie = new Sessie(lifestyle, wereld.PartnerId, wereld.PartnerId, wereld.ActiviteitId, wereld.SessieId);

        var answers = new ConcurrentBag<string>();
        var places = new ConcurrentBag<JsonObject>();
        await Parallel.ForEachAsync(persons, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, _) =>
        {
            using var response = await sessie.AskAsync(new JsonObject { ["persoonId"] = person, ["preventiebudgetId"] = wereld.BudgetId });
            answers.Add(response.StatusCode == HttpStatusCode.Created ? "paid" : await response.ProblemAsync());
            if (response.StatusCode == HttpStatusCode.Created)
                places.Add(await response.ReadObjectAsync());
        });

        Assert.Equal(Paid, places.Count);
        Assert.Single(answers.Where(answer => answer != "paid").Distinct());
        Assert.Equal((Paid, Paid, 40), await sessie.PlacesAsync());
        Assert.Equal((0, Paid * PriceCents, 0, 0, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());

        // What is given up can be used by somebody else, and what is used is spent.
        using var cancelled = await sessie.CancelAsync(places.First());
        Assert.Equal((PriceCents, (Paid - 1) * PriceCents, 0, 0, 0), await wereld.StandAsync());
        await sessie.BeginsAsync(20);
        Assert.Equal(["aanwezig"], await sessie.CheckedInAsync(new JsonObject { ["deelnameId"] = (Guid)places.Last()["id"]! }));
        Assert.Equal((PriceCents, (Paid - 2) * PriceCents, PriceCents, 0, 0), await wereld.StandAsync());
    }

    private async Task<IReadOnlyList<(string Status, int Volgnummer)>> RowsAsync(Sessie sessie)
    {
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        return (await connection.QueryAsync<(string, int)>(
            "SELECT status, volgnummer FROM deelnames WHERE sessie_id = @Id ORDER BY volgnummer", new { sessie.Id })).AsList();
    }
}
