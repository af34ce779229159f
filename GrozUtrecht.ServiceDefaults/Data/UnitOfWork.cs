using GrozUtrecht.ServiceDefaults.Messaging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>
/// One connection, one transaction and the events that belong to it, for the length of one request or one message.
/// The code that made the scope (the writes filter, the inbox filter) commits; nothing else does.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private const int MaxEvents = 1000;
    private const int MaxEventsEver = 20_000;

    private readonly NpgsqlDataSource dataSource;
    private readonly EventCatalog catalog;
    private readonly OutboxSignal signal;
    private readonly TimeProvider clock;
    private readonly List<OutboxMessage> events = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private int maxEvents = MaxEvents;

    internal UnitOfWork(NpgsqlDataSource dataSource, EventCatalog catalog, OutboxSignal signal, TimeProvider clock)
    {
        this.dataSource = dataSource;
        this.catalog = catalog;
        this.signal = signal;
        this.clock = clock;
    }

    /// <summary>True once something was opened or published.</summary>
    public bool HasWork => transaction is not null || events.Count > 0;

    /// <summary>The transaction, for libraries that must be told of it; null until <see cref="OpenAsync"/>.</summary>
    public NpgsqlTransaction? Transaction => transaction;

    /// <summary>Opens the connection and its transaction on first use. Every command on the connection joins the transaction.</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (transaction is not null)
            return connection!;

        connection = await dataSource.OpenConnectionAsync(cancellationToken);
        transaction = await connection.BeginTransactionAsync(cancellationToken);
        return connection;
    }

    /// <summary>Collects an event; it is stored in the same transaction at commit and published after it, or never.</summary>
    /// <exception cref="ArgumentException">The event's type is in none of the service's contract assemblies.</exception>
    public void Publish<TEvent>(TEvent @event)
        where TEvent : class
    {
        if (events.Count == maxEvents)
            throw new InvalidOperationException($"This transaction publishes at most {maxEvents} events; split the work.");

        events.Add(catalog.ToMessage(@event, clock.GetUtcNow()));
    }

    /// <summary>
    /// Lets this one transaction publish more than is usual. For work that must happen as a whole and whose size was bounded before it
    /// began, such as a file: the usual limit is there for work that grows by itself. The outbox stores and the relay takes in batches,
    /// so many events cost time and no more.
    /// </summary>
    public void AllowEvents(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxEventsEver);
        maxEvents = Math.Max(maxEvents, count);
    }

    /// <summary>Stores a message that a consumer could not take yet; the relay sends it back to that consumer's queue later.</summary>
    internal void Defer(OutboxMessage message) => events.Add(message);

    internal async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (!HasWork)
            return;

        await OpenAsync(cancellationToken);
        if (events.Count > 0)
            await OutboxStore.InsertAsync(connection!, events, cancellationToken);
        await transaction!.CommitAsync(cancellationToken);

        var published = events.Count > 0;
        await ResetAsync();
        if (published)
            signal.Raise();
    }

    /// <summary>Drops everything; the unit can be used again, which a retried message does.</summary>
    internal Task RollbackAsync() => ResetAsync();

    public async ValueTask DisposeAsync() => await ResetAsync();

    private async Task ResetAsync()
    {
        events.Clear();
        maxEvents = MaxEvents;
        // Disposing an uncommitted transaction rolls it back.
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
        (transaction, connection) = (null, null);
    }
}
