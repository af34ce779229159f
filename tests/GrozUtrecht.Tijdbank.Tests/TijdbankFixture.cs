using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests;

/// <summary>One running Tijdbank for all tests of this project; each test makes its own partners, persons and accounts.</summary>
[CollectionDefinition(Name)]
public sealed class TijdbankCollection : ICollectionFixture<TijdbankFixture>
{
    public const string Name = "tijdbank";
}

public sealed class TijdbankFixture() : ServiceFixture<Program>("tijdbank")
{
    internal DeliveryCounter Deliveries { get; } = new();

    internal Grootboek Grootboek => Services.GetRequiredService<Grootboek>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Services.GetRequiredService<IBusControl>().ConnectReceiveObserver(Deliveries);
    }

    public HttpClient Partner(Guid partnerId) => ClientFor(partnerId, "tijdbank:lezen", "tijdbank:schrijven");

    /// <summary>An account that this partner manages, with so many minutes on it.</summary>
    internal async Task<Guid> AccountAsync(Guid partnerId, int balanceMinutes = 0, Guid? persoonId = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        var (id, _) = await RekeningStore.OpenAsync(
            connection, TestId.Guid(), persoonId ?? TestId.Guid(), partnerId, mayView: true, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        if (balanceMinutes > 0)
        {
            var booked = await BookAsync(new(TestId.Guid(), Urenbijschrijving.UitgifteRekeningId, id, balanceMinutes, PartnerId: null));
            Assert.Equal(Boekuitkomst.Booked, booked.Outcome);
        }

        return id;
    }

    internal Task<Boeking> BookAsync(Overboekingsopdracht opdracht) => Grootboek.BookAsync(opdracht, CancellationToken.None);

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal Task<long> BalanceAsync(Guid rekeningId) => ScalarAsync<long>("select saldo_minuten from rekening where id = $1", rekeningId);

    /// <summary>Zero, always: what one account gains another loses.</summary>
    internal Task<decimal> SumOfBalancesAsync() => ScalarAsync<decimal>("select sum(saldo_minuten) from rekening");
}
