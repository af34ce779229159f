using System.Diagnostics.Metrics;
using System.Text.Json;
using Dapper;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Matching;

[Collection(SupportCollection.Name)]
public sealed class HelperIndexTests(SupportFixture support)
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    private NpgsqlDataSource Database => support.Services.GetRequiredService<NpgsqlDataSource>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_in_whichever_order_it_is_what_a_full_read_finds(int seed)
    {
        var index = NewIndex();
        await using var changes = await RandomChanges.StartAsync(Database, seed);
        for (var step = 0; step < 60; step++)
        {
            await changes.StepAsync();
            await AssertExactAsync(index, changes.PartnerId, $"step {step}: {changes.Last}");
        }

        await changes.EndAllAsync();
        await AssertExactAsync(index, changes.PartnerId, "at the end");
        await AssertExactAsync(NewIndex(), changes.PartnerId, "read anew");
    }

    [Fact]
    public async Task A_transaction_that_began_first_and_commits_last_is_not_missed()
    {
        var partner = support.NewPartner();
        var (slow, quick) = (await partner.RegisterHelperAsync(), await partner.RegisterHelperAsync());
        var index = NewIndex();
        await index.OfAsync(partner.Id, CancellationToken.None);

        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE helpers SET straal_kilometers = 11 WHERE id = @slow", new { slow });
        await using (var other = await Database.OpenConnectionAsync())
        {
            await other.ExecuteAsync("UPDATE helpers SET straal_kilometers = 12 WHERE id = @quick", new { quick });
        }

        var between = await index.OfAsync(partner.Id, CancellationToken.None);
        Assert.Equal((5, 12), (between.Find(slow)!.RadiusKilometers, between.Find(quick)!.RadiusKilometers));
        await transaction.CommitAsync();

        Assert.Equal(11, (await index.OfAsync(partner.Id, CancellationToken.None)).Find(slow)!.RadiusKilometers);
        Assert.Equal(5, between.Find(slow)!.RadiusKilometers);
    }

    [Fact]
    public async Task A_transaction_that_runs_for_long_makes_nothing_be_read_twice()
    {
        var partner = support.NewPartner();
        var running = await partner.RegisterHelperAsync();
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE helpers SET straal_kilometers = 11 WHERE id = @running", new { running });
        await partner.RegisterHelperAsync();
        await partner.RegisterHelperAsync();

        await using var reader = await Database.OpenConnectionAsync();
        var first = await Wijzigingen.SinceAsync(reader, partner.Id, Wijzigingen.Never, CancellationToken.None);
        var second = await Wijzigingen.SinceAsync(reader, partner.Id, first.Snapshot, CancellationToken.None);
        await transaction.CommitAsync();
        var third = await Wijzigingen.SinceAsync(reader, partner.Id, second.Snapshot, CancellationToken.None);

        Assert.Equal(3, first.HelperIds.Length);
        Assert.Empty(second.HelperIds);
        Assert.Equal([running], third.HelperIds);
    }

    [Fact]
    public async Task Partners_never_see_helpers_of_each_other()
    {
        var (one, other) = (support.NewPartner(), support.NewPartner());
        var (ofOne, ofOther) = (await one.RegisterHelperAsync(), await other.RegisterHelperAsync());
        var index = NewIndex();

        Assert.Equal([ofOne], (await index.OfAsync(one.Id, CancellationToken.None)).All.Select(profiel => profiel.HelperId));
        Assert.Equal([ofOther], (await index.OfAsync(other.Id, CancellationToken.None)).All.Select(profiel => profiel.HelperId));
        Assert.Empty((await index.OfAsync(TestId.Guid(), CancellationToken.None)).All);
    }

    [Fact]
    public async Task What_was_not_used_for_longest_is_let_go_and_read_again_when_asked()
    {
        Partner[] partners = [support.NewPartner(), support.NewPartner(), support.NewPartner()];
        foreach (var partner in partners)
        {
            await partner.RegisterHelperAsync();
        }

        var (byPartners, byHelpers) = (NewIndex(maximumPartners: 2), NewIndex(maximumHelpers: 1));
        foreach (var partner in partners.Concat(partners))
        {
            Assert.Equal(1, (await byPartners.OfAsync(partner.Id, CancellationToken.None)).Count);
            Assert.Equal(1, (await byHelpers.OfAsync(partner.Id, CancellationToken.None)).Count);
        }

        Assert.Equal((2, 2), byPartners.Held);
        Assert.Equal((1, 1), byHelpers.Held);
    }

    [Fact]
    public async Task Many_who_ask_at_once_all_get_everybody()
    {
        var partner = support.NewPartner();
        await partner.RegisterHelperAsync();
        var index = NewIndex();

        var snapshots = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => index.OfAsync(partner.Id, CancellationToken.None)));

        Assert.All(snapshots, snapshot => Assert.Equal(1, snapshot.Count));
    }

    [Fact]
    public async Task Who_leaves_while_waiting_does_not_spoil_it_for_others()
    {
        var partner = support.NewPartner();
        await partner.RegisterHelperAsync();
        var index = NewIndex();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.OfAsync(partner.Id, gone.Token));

        Assert.Equal(1, (await index.OfAsync(partner.Id, CancellationToken.None)).Count);
    }

    private HelperIndex NewIndex(int maximumPartners = 100, int maximumHelpers = 1_000) => new(
        Database,
        TimeProvider.System,
        Options.Create(new HelperIndexSettings { MaximumPartners = maximumPartners, MaximumHelpers = maximumHelpers }),
        support.Services.GetRequiredService<IMeterFactory>());

    private async Task AssertExactAsync(HelperIndex index, Guid partnerId, string when)
    {
        var held = await index.OfAsync(partnerId, CancellationToken.None);
        await using var connection = await Database.OpenConnectionAsync();
        var fresh = await ProfielStore.AllAsync(connection, partnerId, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.True(Describe(fresh) == Describe(held.All), $"{when}\nexpected {Describe(fresh)}\nheld     {Describe(held.All)}");
        Assert.Equal(fresh.Count, held.Count);
    }

    private static string Describe(IEnumerable<Profiel> profielen) =>
        JsonSerializer.Serialize(profielen.OrderBy(profiel => profiel.HelperId), WithFields);
}
