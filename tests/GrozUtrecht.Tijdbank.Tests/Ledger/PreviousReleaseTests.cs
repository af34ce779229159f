using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>The statements of the release before this one, on this one's database. Goes with migration 0005's views.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class PreviousReleaseTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task It_opens_accounts_books_and_reads_beside_this_release()
    {
        var (partner, persoon, id) = (TestId.Guid(), TestId.Guid(), TestId.Guid());
        var other = await tijdbank.AccountAsync(partner, balanceMinutes: 100);
        var opened = TestId.Guid();
        for (var time = 0; time < 2; time++)
        {
            await RunAsync<object>(
                "insert into rekening (id, soort, persoon_id, minimum_minuten, aangemaakt_op) values ($1, 'persoon', $2, 0, now()) "
                + "on conflict (persoon_id) do nothing",
                opened, persoon);
        }

        await RunAsync<object>("insert into rekening_toegang values ($1, $2, 'beheer', now())", opened, partner);
        const string Book = "select uitkomst from boek(array[$1], array[$2], array[$3], array[$4], array[$5], array[null::text], now())";
        Assert.Equal("geboekt", await RunAsync<string>(Book, id, other, opened, 60, partner));
        Assert.Equal("geboekt", await RunAsync<string>(Book, id, other, opened, 60, partner));
        Assert.Equal("andere-inhoud", await RunAsync<string>(Book, id, other, opened, 61, partner));
        Assert.Equal("saldo-ontoereikend", await RunAsync<string>(Book, TestId.Guid(), other, opened, 41, partner));

        Assert.Equal(60, await RunAsync<long>("select saldo_minuten from rekening where persoon_id = $1", persoon));
        Assert.Equal(60, await RunAsync<long>("select saldo_naar_na_minuten from overboeking where id = $1 and duur_minuten = 60", id));
    }

    private async Task<T?> RunAsync<T>(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(tijdbank.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T?)await command.ExecuteScalarAsync();
    }
}
