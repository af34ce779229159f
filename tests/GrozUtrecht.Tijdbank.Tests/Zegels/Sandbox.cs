using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Data.Zegels;
using GrozUtrecht.Tijdbank.Domain;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Zegels;

/// <summary>A ledger of its own, for tests that spoil it: the engine as the service runs it, and the rights of the owner.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly NpgsqlDataSource service;
    private readonly Boekmotor motor;

    private Sandbox(TestDatabase database)
    {
        this.database = database;
        Owner = database.CreateDataSource();
        var source = new NpgsqlDataSourceBuilder(database.ConnectionString);
        source.WorkAs(GrootboekSetup.DatabaseRole);
        service = source.Build();
        motor = new Boekmotor(service, TimeProvider.System, NullLogger<Boekmotor>.Instance);
        Grootboek = new Grootboek(motor, TimeProvider.System);
        Verzegeling = NewVerzegeling();
    }

    public NpgsqlDataSource Owner { get; }

    public string ConnectionString => database.ConnectionString;

    public Grootboek Grootboek { get; }

    public Verzegeling Verzegeling { get; }

    public Guid[] Accounts { get; } = [.. Enumerable.Range(0, 4).Select(_ => TestId.Guid())];

    /// <summary>As another replica has it.</summary>
    public Verzegeling NewVerzegeling() => new(service, TimeProvider.System, NullLogger<Verzegeling>.Instance);

    public static async Task<Sandbox> CreateAsync()
    {
        DapperTypes.Register();
        var sandbox = new Sandbox(await TestDatabase.CreateAsync());
        var tijdbank = new ServiceDescription("tijdbank", "", "", typeof(Grootboek).Assembly);
        await Migrations.ApplyAsync(sandbox.Owner, tijdbank, NullLogger.Instance, CancellationToken.None);
        await sandbox.motor.StartAsync(CancellationToken.None);
        foreach (var id in sandbox.Accounts)
        {
            await sandbox.ExecuteAsync(
                $"insert into grootboek.rekening (id, soort, persoon_id, aangemaakt_op) values ('{id}', 'persoon', gen_random_uuid(), now())");
        }

        return sandbox;
    }

    /// <summary>Books so many transfers, holds and ends of holds, all of which the ledger accepts.</summary>
    public async Task BookAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (van, naar) = (Accounts[number % 4], Accounts[(number + 1) % 4]);
            await BookAsync(Opdracht.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, van, 60, Eenheid.Minuten, partnerId: null));
            var hold = Opdracht.Hold(TestId.Guid(), van, naar, 30, Eenheid.Minuten, TimeProvider.System.GetUtcNow().AddDays(1), partnerId: null);
            await BookAsync(hold);
            await BookAsync(number % 2 == 0 ? Opdracht.Post(TestId.Guid(), hold.Id, 20) : Opdracht.Release(TestId.Guid(), hold.Id));
        }
    }

    /// <summary>Seals all that was booked: other databases of the server may hold transactions open for a while.</summary>
    public Task SealAsync() => Eventually.Async(
        async () =>
        {
            await Verzegeling.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
            var outcome = await VerifyAsync();
            return outcome.Fout is not null || outcome.Verzegeld == outcome.Overboekingen;
        },
        TimeSpan.FromSeconds(30),
        "all rows to be sealed");

    public Task<Controleuitkomst> VerifyAsync(string? hash = null) => new Controle(service).RunAsync(hash, progress: null, CancellationToken.None);

    /// <summary>Writes as an intruder with all rights would, past every trigger.</summary>
    public Task TamperAsync(string sql) => ExecuteAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await motor.StopAsync(CancellationToken.None);
        motor.Dispose();
        Verzegeling.Dispose();
        await service.DisposeAsync();
        await Owner.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task BookAsync(Opdracht order) =>
        Assert.Equal(Boekuitkomst.Booked, (await Grootboek.BookAsync(order, CancellationToken.None)).Outcome);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
