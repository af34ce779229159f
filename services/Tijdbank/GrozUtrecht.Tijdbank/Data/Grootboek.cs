using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// The ledger. The SQL function <c>grootboek.boek</c> decides and books, because only the database sees balances that others cannot
/// change meanwhile.
/// </summary>
internal sealed class Grootboek(Boekmotor motor, TimeProvider clock)
{
    /// <summary>Name of the connections that only the ledger uses.</summary>
    public const string Key = "grootboek";

    /// <summary>
    /// Books together with whatever else is waiting, and commits by itself. A refusal is written down too and must outlive the
    /// request's rollback, so this does not join its unit of work; the id makes a retry after a crash between the two harmless.
    /// </summary>
    public async Task<Boeking> BookAsync(Opdracht order, CancellationToken cancellationToken) =>
        (await motor.BookAsync(new Boekverzoek([order], cancellationToken), cancellationToken))[0];

    /// <summary>The same for orders of which all or none happen.</summary>
    public Task<IReadOnlyList<Boeking>> BookLinkedAsync(IReadOnlyList<Opdracht> orders, CancellationToken cancellationToken) =>
        motor.BookAsync(new Boekverzoek(orders, cancellationToken), cancellationToken);

    /// <summary>
    /// Books within the transaction that is open on this connection, in the order given. Accounts stay locked until it ends, so call it
    /// once in a transaction and as late as possible: a second call could wait for somebody who waits for the first.
    /// </summary>
    /// <param name="linked">True: all happen or none.</param>
    public async Task<IReadOnlyList<Boeking>> BookAsync(
        NpgsqlConnection connection, IReadOnlyList<Opdracht> orders, bool linked, CancellationToken cancellationToken) =>
        await BoekCommand.RunAsync(
            connection, orders, linked ? [.. Enumerable.Repeat<int?>(0, orders.Count)] : null, clock.GetUtcNow(), cancellationToken);
}
