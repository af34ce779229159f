using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>
/// What taking part does to a preventiebudget, in the caller's transaction: reserved at registration, spent at check-in, released when
/// nothing came of it. Everything is harmless when it was done before. Lock order: the session first, then the balances of the budget.
/// </summary>
internal static class Budgetboeking
{
    /// <summary>Reserves what the budget pays of one deelname; the failure says why it pays nothing, and then nothing is written.</summary>
    public static async Task<Failure?> ReserveAsync(
        UnitOfWork work, Guid preventiebudgetId, Guid deelnameId, Guid persoonId, Guid activiteitId, DateOnly dag, int prijsCenten,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var context = await ReserveringStore.LockForReservingAsync(
            connection, preventiebudgetId, deelnameId, persoonId, activiteitId, cancellationToken);
        if (context is null)
            return PreventiebudgetFailures.UnknownToUse;
        if (context.IsReserved)
            return null;

        var (vergoeding, weigering) = Vergoeding.Decide(
            context.Regels,
            new(activiteitId, context.ActiviteitGebied, context.ActiviteitDimensies, dag, prijsCenten),
            new(context.VrijCenten, context.LidRuimteCenten));
        if (vergoeding is null)
            return PreventiebudgetFailures.Of(weigering!.Value);

        await ReserveringStore.InsertAsync(
            connection, preventiebudgetId, deelnameId, context.Lidkenmerk!, activiteitId, dag, vergoeding, now, cancellationToken);
        var row = new BoekingRow
        {
            Id = Guid.CreateVersion7(now), BudgetId = preventiebudgetId, Volgnummer = context.LaatsteVolgnummer + 1,
            Boeking = Boeking.Reserveren(vergoeding.BedragCenten), Lidkenmerk = context.Lidkenmerk, DeelnameId = deelnameId,
        };
        await BoekingStore.InsertAsync(connection, [row], now, cancellationToken);
        return null;
    }

    /// <summary>Spends what was reserved for somebody who was there.</summary>
    public static Task SpendAsync(UnitOfWork work, Guid deelnameId, DateOnly dag, DateTimeOffset now, CancellationToken cancellationToken) =>
        SpendAsync(work, [deelnameId], dag, now, cancellationToken);

    /// <summary>Spends what was reserved for everybody who was there, in one go: who checks in a group calls this once.</summary>
    public static Task SpendAsync(
        UnitOfWork work, IReadOnlyList<Guid> deelnameIds, DateOnly dag, DateTimeOffset now, CancellationToken cancellationToken) =>
        MoveAsync(work, deelnameIds, Reserveringstatus.Gereserveerd, _ => Reserveringstatus.Besteed, reden: null, dag, now, cancellationToken);

    /// <summary>Gives back what was reserved, or spends it all the same when the rules of the budget say so.</summary>
    public static Task ReleaseAsync(
        UnitOfWork work, Guid deelnameId, Vrijgavereden reden, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReleaseAsync(work, [deelnameId], reden, now, cancellationToken);

    /// <summary>The same for more at once, such as a session that does not go on.</summary>
    public static Task ReleaseAsync(
        UnitOfWork work, IReadOnlyList<Guid> deelnameIds, Vrijgavereden reden, DateTimeOffset now, CancellationToken cancellationToken) =>
        MoveAsync(
            work, deelnameIds, Reserveringstatus.Gereserveerd,
            row => row.Regel.Spends(reden, row.BegintOp, now) ? Reserveringstatus.Besteed : Reserveringstatus.Vrijgegeven,
            Words.Of(reden), dag: null, now, cancellationToken);

    /// <summary>Takes a spending back that was wrong. True when there was one; what was declared is corrected in the next declaration.</summary>
    public static async Task<bool> ReverseAsync(UnitOfWork work, Guid deelnameId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await MoveAsync(
            work, [deelnameId], Reserveringstatus.Besteed, _ => Reserveringstatus.Teruggedraaid, reden: null, dag: null, now, cancellationToken) == 1;

    private static async Task<int> MoveAsync(
        UnitOfWork work, IReadOnlyList<Guid> deelnameIds, Reserveringstatus from, Func<ReserveringRow, Reserveringstatus> to, string? reden,
        DateOnly? dag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var rows = await ReserveringStore.LockAsync(connection, deelnameIds, from, cancellationToken);
        if (rows.Count == 0)
            return 0;

        var moves = rows.GroupBy(row => row.BudgetId)
            .SelectMany(budget => budget.Select((row, index) => (Row: row, To: to(row), Volgnummer: row.LaatsteVolgnummer + index + 1)))
            .ToList();
        await ReserveringStore.MoveAsync(
            connection, [.. moves.Select(move => move.Row.DeelnameId)], [.. moves.Select(move => Words.Of(move.To))], reden, dag, now,
            cancellationToken);
        var bookings = moves.ConvertAll(move => new BoekingRow
        {
            Id = Guid.CreateVersion7(now), BudgetId = move.Row.BudgetId, Volgnummer = move.Volgnummer, Boeking = BookingOf(move.Row, move.To),
            Lidkenmerk = move.Row.Lidkenmerk, DeelnameId = move.Row.DeelnameId,
        });
        await BoekingStore.InsertAsync(connection, bookings, now, cancellationToken);

        foreach (var (booking, move) in bookings.Zip(moves).Where(pair => pair.Second.To == Reserveringstatus.Besteed))
            work.Publish(Spent(booking, move.Row, dag ?? move.Row.Dag, now));
        return moves.Count;
    }

    private static Boeking BookingOf(ReserveringRow row, Reserveringstatus to) => to switch
    {
        Reserveringstatus.Besteed => Boeking.Besteden(row.BedragCenten),
        Reserveringstatus.Vrijgegeven => Boeking.Vrijgeven(row.BedragCenten),
        Reserveringstatus.Teruggedraaid => Boeking.Terugdraaien(row.BedragCenten, row.IsDeclared),
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, message: null),
    };

    private static BudgetSpent Spent(BoekingRow booking, ReserveringRow row, DateOnly dag, DateTimeOffset now) => new()
    {
        BoekingId = booking.Id,
        Version = booking.Volgnummer,
        PreventiebudgetId = row.BudgetId,
        PartnerId = row.PartnerId,
        ActiviteitId = row.ActiviteitId,
        BedragCenten = row.BedragCenten,
        UitgevoerdDatum = dag,
        OpgetredenOp = now,
    };
}
