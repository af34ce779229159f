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

    /// <summary>With no more rights than the running service has.</summary>
    internal string ServiceConnectionString => $"{OwnerConnectionString};Options=-c role={GrootboekSetup.DatabaseRole}";

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
            var booked = await BookAsync(Transfer(TestId.Guid(), Systeemrekening.Uitgifte, id, balanceMinutes, partnerId: null));
            Assert.Equal(Boekuitkomst.Booked, booked.Outcome);
        }

        return id;
    }

    internal static Opdracht Transfer(Guid id, Guid van, Guid naar, long durationMinutes, Guid? partnerId, string? omschrijving = null) =>
        Opdracht.Transfer(id, van, naar, durationMinutes, Eenheid.Minuten, partnerId, omschrijving);

    internal Task<Boeking> BookAsync(Opdracht order) => Grootboek.BookAsync(order, CancellationToken.None);

    /// <summary>Books in a transaction that stays open until <paramref name="meanwhile"/> has begun and waits for it.</summary>
    internal async Task<TAnswer> WhileBookingAsync<TAnswer>(Opdracht order, Func<Task<TAnswer>> meanwhile)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var booked = await Grootboek.BookAsync(connection, [order], linked: false, CancellationToken.None);
        Assert.Equal(Boekuitkomst.Booked, booked[0].Outcome);
        var asked = meanwhile();
        await Eventually.Async(async () => await WaitingAsync() >= 1, what: "somebody to wait for the account");
        await transaction.CommitAsync();
        return await asked;
    }

    /// <summary>How many wait for a lock.</summary>
    internal Task<long> WaitingAsync() => ScalarAsync<long>(
        "select count(distinct pid) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()");

    internal ReserveringExpiry Expiry() => Services.GetRequiredService<ReserveringExpiry>();

    internal async Task LimitAsync(Guid rekeningId, long minimum = 0, long? maximum = null, bool spendable = true)
    {
        await using var command = Database.CreateCommand("update grootboek.stand set minimum = $2, maximum = $3::bigint, besteedbaar = $4 where rekening_id = $1");
        foreach (var value in new object[] { rekeningId, minimum, maximum is null ? DBNull.Value : maximum, spendable })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal Task<long> BalanceAsync(Guid rekeningId) => ScalarAsync<long>("select saldo from grootboek.stand where rekening_id = $1", rekeningId);

    /// <summary>Zero, always and in each unit: what one account gains another loses.</summary>
    internal Task<bool> AddsUpToZeroAsync() => ScalarAsync<bool>(
        """
        select bool_and(saldo = 0 and gereserveerd = 0)
        from (select sum(saldo) as saldo, sum(gereserveerd_af) - sum(gereserveerd_bij) as gereserveerd from grootboek.stand group by eenheid) as e
        """);
}
