using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>The ledger's engine as the service runs it, without HTTP.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly Boekmotor motor;
    private readonly Guid partnerId;

    private Engine(LedgerDatabase database)
    {
        source = database.CreateServiceSource();
        motor = new Boekmotor(source, TimeProvider.System, NullLogger<Boekmotor>.Instance);
        Grootboek = new Grootboek(motor, TimeProvider.System);
        partnerId = database.PartnerId;
    }

    public Grootboek Grootboek { get; }

    public static async Task<Engine> StartAsync(LedgerDatabase database)
    {
        var engine = new Engine(database);
        await engine.motor.StartAsync(CancellationToken.None);
        return engine;
    }

    public Func<Task> Caller(Pairs pairs) => async () =>
    {
        var (van, naar) = pairs.Next();
        var boeking = await Grootboek.BookAsync(
            Opdracht.Transfer(TestId.Guid(), van, naar, 1, Eenheid.Minuten, partnerId), CancellationToken.None);
        if (boeking.Outcome != Boekuitkomst.Booked)
            throw new InvalidOperationException($"The ledger answered {boeking.Outcome}.");
    };

    public async ValueTask DisposeAsync()
    {
        await motor.StopAsync(CancellationToken.None);
        motor.Dispose();
        await source.DisposeAsync();
    }
}
