using System.Text.Json;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

[Collection(VitaalWerkenService.Name)]
public sealed class AanbodIndexTests(VitaalWerkenFixture service)
{
    private static readonly CancellationToken Anytime = CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_in_whichever_order_it_is_what_a_full_read_finds(int seed)
    {
        using var partner = service.Partner();
        using var index = new AanbodIndex(service.Database);
        await using var changes = await Willekeur.StartAsync(service.Database, await service.LidAsync(partner), seed);
        for (var step = 0; step < 60; step++)
        {
            await changes.StepAsync();
            await AssertExactAsync(index, $"step {step}: {changes.Last}");
        }

        await changes.EndAllAsync();
        await AssertExactAsync(index, "at the end");
        using var anew = new AanbodIndex(service.Database);
        await AssertExactAsync(anew, "read anew");
    }

    [Fact]
    public async Task Each_change_is_seen_when_it_is_all_that_changed()
    {
        using var partner = service.Partner();
        using var index = new AanbodIndex(service.Database);
        await using var changes = await Willekeur.StartAsync(service.Database, await service.LidAsync(partner), 0);
        foreach (var name in new[] { "rename", "change", "end", "stop", "propose", "expire", "propose", "make", "forget", "propose", "forget", "remove", "offer" })
        {
            await changes.ChangeAsync(name);
            await AssertExactAsync(index, name);
        }
    }

    [Fact]
    public async Task A_transaction_that_began_first_and_commits_last_is_not_missed()
    {
        var slow = await service.AanbodAsync(await service.LeverancierAsync());
        var quick = await service.AanbodAsync(await service.LeverancierAsync());
        using var index = new AanbodIndex(service.Database);
        await index.ReadAsync(Anytime);

        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE aanbod SET titel = 'traag' WHERE id = @slow", new { slow });
        await using (var other = await service.Database.OpenConnectionAsync())
            await other.ExecuteAsync("UPDATE aanbod SET titel = 'snel' WHERE id = @quick", new { quick });

        var between = await index.ReadAsync(Anytime);
        Assert.Equal(("Bewegen op je werk", "snel"), (between.Find(slow)!.Titel, between.Find(quick)!.Titel));
        await transaction.CommitAsync();

        Assert.Equal("traag", (await index.ReadAsync(Anytime)).Find(slow)!.Titel);
        Assert.Equal("Bewegen op je werk", between.Find(slow)!.Titel);
    }

    [Fact]
    public async Task What_is_chosen_from_memory_is_what_one_query_over_the_tables_chooses()
    {
        var leveranciers = new List<Guid>();
        for (var number = 0; number < 8; number++)
        {
            leveranciers.Add(await service.LeverancierAsync(postcode: number % 2 == 0 ? "3431" : "3439"));
            foreach (var onderwerp in new[] { "werkplek", "ontwikkeling" })
                await service.AanbodAsync(leveranciers[number], onderwerp, number % 3 == 0 ? "lezing" : "workshop", 10_000 + (number * 5_000), 1 << number, leerplek: number % 4 == 0);
        }

        using var index = new AanbodIndex(service.Database);
        var vraag = Vraag();
        var chosen = Koppelkeuze.Choose((await index.ReadAsync(Anytime)).InGebied("nieuwegein"), vraag, 1_000).Items
            .Where(item => leveranciers.Contains(item.Aanbod.Leverancier.Id)).Select(item => (item.Aanbod.Id, item.Punten.Score));

        Assert.Equal(await ScoredInSqlAsync(vraag, leveranciers), chosen.Order());
    }

    private static Koppelvraag Vraag() => Beelden.Vraag with
    {
        Onderwerpen = [Onderwerp.Ontwikkeling, Onderwerp.Werkplek],
        MetersFrom = Postcodeplaatsen.MetersTo("3431"),
        MaximumPrijsCenten = 40_000,
        Dagdelen = 0b111111,
    };

    // The same rules in another language, so that a slip in one of them shows.
    private async Task<IEnumerable<(Guid, int)>> ScoredInSqlAsync(Koppelvraag vraag, IReadOnlyList<Guid> leverancierIds)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return (await connection.QueryAsync<(Guid, int)>(
            """
            SELECT a.id, (round(CASE a.onderwerp WHEN 'ontwikkeling' THEN 30 ELSE 15 END)
              + round(15 * greatest(0, 1 - CASE l.postcode WHEN '3431' THEN @here ELSE @there END / 15000.0))
              + CASE a.vorm WHEN 'workshop' THEN 10 ELSE 0 END + round(15 * greatest(0, 1 - a.prijs_centen / 40000.0))
              + round(10 * bit_count((a.beschikbaar & 63)::bit(32)) / 6.0) + 15 + CASE WHEN a.leerplek THEN 5 ELSE 0 END)::integer
            FROM aanbod a JOIN leveranciers l ON l.id = a.leverancier_id
            WHERE a.leverancier_id = ANY (@ids) AND a.beschikbaar & 63 <> 0 AND a.prijs_centen <= 40000
            """,
            new
            {
                ids = leverancierIds.ToArray(),
                here = vraag.MetersFrom[Postcodeplaatsen.Of("3431")],
                there = vraag.MetersFrom[Postcodeplaatsen.Of("3439")],
            })).Order();
    }

    [Fact]
    public async Task Who_leaves_while_waiting_does_not_spoil_it_for_others()
    {
        var aanbod = await service.AanbodAsync(await service.LeverancierAsync());
        using var index = new AanbodIndex(service.Database);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.ReadAsync(gone.Token));

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => index.ReadAsync(Anytime)));
        Assert.All(all, snapshot => Assert.NotNull(snapshot.Find(aanbod)));
    }

    private async Task AssertExactAsync(AanbodIndex index, string when)
    {
        var held = await index.ReadAsync(Anytime);
        await using var connection = await service.Database.OpenConnectionAsync();
        var fresh = await AanbodProfielStore.AllAsync(connection, Anytime);
        Assert.True(Describe(fresh) == Describe(held.All), $"{when}\nexpected {Describe(fresh)}\nheld     {Describe(held.All)}");
    }

    private static string Describe(IEnumerable<AanbodProfiel> all) => JsonSerializer.Serialize(all.OrderBy(aanbod => aanbod.Id));
}
