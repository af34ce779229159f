using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Zegels;

/// <summary>What somebody with all rights on the database can do, and how it shows.</summary>
public sealed class ControleTests : IAsyncLifetime
{
    private Sandbox ledger = null!;

    public async Task InitializeAsync()
    {
        ledger = await Sandbox.CreateAsync();
        for (var block = 0; block < 2; block++)
        {
            await ledger.BookAsync(4);
            await ledger.SealAsync();
        }
    }

    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Fact]
    public async Task An_untouched_ledger_holds_sealed_and_not_yet_sealed()
    {
        await ledger.BookAsync(2);
        var outcome = await ledger.VerifyAsync();

        Assert.Null(outcome.Fout);
        Assert.Equal((30, 24), (outcome.Overboekingen, outcome.Verzegeld));
        Assert.NotNull(outcome.Hoofd);
    }

    [Theory]
    [InlineData("update grootboek.overboeking set bedrag = 61 where volgnummer = 4", 4)]
    [InlineData("update grootboek.overboeking set geboekt_op = geboekt_op - interval '1 day' where volgnummer = 7", 7)]
    [InlineData("update grootboek.overboeking set partner_id = gen_random_uuid() where volgnummer = 1", 1)]
    [InlineData("update grootboek.overboeking set id = gen_random_uuid() where volgnummer = 10", 10)]
    [InlineData("delete from grootboek.overboeking where volgnummer = 5", 6)]
    [InlineData("insert into grootboek.overboeking (volgnummer, geboekt_op, bedrag, saldo_van_na, saldo_naar_na, id, van, naar, soort) values (-1, now(), 60, -60, 60, gen_random_uuid(), 1, 5, 1)", -1)]
    public async Task A_row_that_was_changed_removed_or_slipped_in_is_named(string sql, long volgnummer)
    {
        await ledger.TamperAsync(sql);
        Assert.Equal(volgnummer, (await ledger.VerifyAsync()).Fout?.Volgnummer);
    }

    [Theory]
    [InlineData("update grootboek.stand set saldo = saldo + 60 where nummer = (select max(nummer) from grootboek.stand)")]
    [InlineData("update grootboek.stand set gereserveerd_af = 5 where minimum = 0")]
    [InlineData("delete from grootboek.zegel where nummer = 1")]
    [InlineData("update grootboek.zegel set hash = sha256('anders')")]
    [InlineData("insert into grootboek.reservering select id, 5, now() from grootboek.overboeking where soort = 2 limit 1")]
    [InlineData("insert into grootboek.dagzegel select current_date, nummer, sha256('anders'), now() from grootboek.zegel limit 1")]
    public async Task What_stands_beside_the_rows_must_follow_from_them(string sql)
    {
        await ledger.TamperAsync(sql);
        Assert.NotNull((await ledger.VerifyAsync()).Fout);
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_does_not_hold_the_head_that_somebody_kept()
    {
        var kept = (await ledger.VerifyAsync()).Hoofd!;
        Assert.Null((await ledger.VerifyAsync(kept)).Fout);

        await ledger.TamperAsync(
            "update grootboek.overboeking set geboekt_op = geboekt_op + interval '1 second' where volgnummer = 24; truncate grootboek.zegel cascade");
        await ledger.SealAsync();

        Assert.Null((await ledger.VerifyAsync()).Fout);
        Assert.Contains("herschreven", (await ledger.VerifyAsync(kept)).Fout?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_that_is_under_way_is_not_passed_over()
    {
        await using var connection = await ledger.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var slow = Opdracht.Transfer(Guid.CreateVersion7(), Systeemrekening.Uitgifte, ledger.Accounts[0], 60, Eenheid.Minuten, partnerId: null);
        await ledger.Grootboek.BookAsync(connection, [slow], linked: false, CancellationToken.None);

        // The slow one has the lower number; what comes after it commits first.
        await BookOnOtherAccountsAsync();
        for (var round = 0; round < 3; round++)
            await ledger.Verzegeling.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.Equal(24, (await ledger.VerifyAsync()).Verzegeld);

        await transaction.CommitAsync();
        await ledger.SealAsync();
        var outcome = await ledger.VerifyAsync();
        Assert.Null(outcome.Fout);
        Assert.Equal(26, outcome.Verzegeld);
    }

    [Fact]
    public async Task Replicas_that_seal_at_once_under_load_make_one_chain()
    {
        using var stop = new CancellationTokenSource();
        var sealers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            using var replica = ledger.NewVerzegeling();
            while (!stop.IsCancellationRequested)
                await replica.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ledger.BookAsync(20)));
        await stop.CancelAsync();
        await Task.WhenAll(sealers);

        await ledger.SealAsync();
        var outcome = await ledger.VerifyAsync();
        Assert.Null(outcome.Fout);
        Assert.Equal(outcome.Overboekingen, outcome.Verzegeld);
    }

    private async Task BookOnOtherAccountsAsync()
    {
        var order = Opdracht.Transfer(Guid.CreateVersion7(), ledger.Accounts[2], ledger.Accounts[3], 1, Eenheid.Minuten, partnerId: null);
        Assert.Equal(Boekuitkomst.Booked, (await ledger.Grootboek.BookAsync(order, CancellationToken.None)).Outcome);
    }
}
