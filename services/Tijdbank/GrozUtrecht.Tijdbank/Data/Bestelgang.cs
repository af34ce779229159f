using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What came of a step: the order after it, or why it could not be taken; then nothing of the transaction may stay.</summary>
internal sealed record Zetresultaat(BestellingRow Row)
{
    public bool AlreadyProposed { get; init; }

    public bool SoldOut { get; init; }

    public Boekuitkomst Ledger { get; init; }

    public bool IsRefused => AlreadyProposed || SoldOut || Ledger != Boekuitkomst.Booked;
}

/// <summary>Takes steps of orders: order, history, stock, ledger and event in one transaction. Who calls has locked the order.</summary>
internal sealed class Bestelgang(UnitOfWork work, Grootboek grootboek)
{
    /// <summary>Begins an order of which the advertisement is locked.</summary>
    public async Task<Zetresultaat> BeginAsync(BestellingRow row, Zet zet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stap = Bestelloop.Begin(row.RichtingValue);
        var begun = Moved(row, stap, zet, now);
        var connection = await work.OpenAsync(cancellationToken);
        return await BestellingStore.InsertAsync(connection, begun, cancellationToken)
            ? await FinishAsync(connection, begun, stap, zet, now, cancellationToken)
            : new(row) { AlreadyProposed = true };
    }

    /// <summary>Takes a step that <see cref="Bestelloop"/> allows.</summary>
    public async Task<Zetresultaat> TakeAsync(BestellingRow row, Stap stap, Zet zet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = Moved(row, stap, zet, now);
        var connection = await work.OpenAsync(cancellationToken);
        await BestellingStore.UpdateAsync(connection, moved, cancellationToken);
        return await FinishAsync(connection, moved, stap, zet, now, cancellationToken);
    }

    /// <summary>
    /// Takes the same step of the platform itself for many orders, which only gives back: the ledger is asked once for all, because a
    /// transaction may lock accounts only once.
    /// </summary>
    public async Task GiveBackAsync(
        NpgsqlConnection connection, IReadOnlyList<BestellingRow> rows, Zet zet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Opdracht> releases = [];
        foreach (var row in rows)
        {
            if (Bestelloop.Next(row.StatusValue, row.RichtingValue, zet.Handeling, zet.Partij) is not { } stap)
                continue;
            var moved = Moved(row, stap, zet, now);
            await BestellingStore.UpdateAsync(connection, moved, cancellationToken);
            await WriteBesideAsync(connection, moved, stap, zet, now, cancellationToken);
            if (OrderOf(moved, stap, now) is { } release)
                releases.Add(release);
        }

        if (releases.Count > 0)
            await grootboek.BookAsync(connection, releases, linked: false, cancellationToken);
    }

    private async Task<Zetresultaat> FinishAsync(
        NpgsqlConnection connection, BestellingRow moved, Stap stap, Zet zet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await WriteBesideAsync(connection, moved, stap, zet, now, cancellationToken))
            return new(moved) { SoldOut = true };

        if (OrderOf(moved, stap, now) is { } order)
        {
            var booked = (await grootboek.BookAsync(connection, [order], linked: false, cancellationToken))[0].Outcome;
            // A hold that ended by itself is given back already.
            var isGone = stap.Reservering is Reserveringsactie.Release && booked is Boekuitkomst.ReserveringEnded;
            if (booked != Boekuitkomst.Booked && !isGone)
                return new(moved) { Ledger = booked };
        }

        if (stap.Reservering is Reserveringsactie.Post)
            work.Publish(EventOf(moved, now));
        return new(moved);
    }

    private static async Task<bool> WriteBesideAsync(
        NpgsqlConnection connection, BestellingRow moved, Stap stap, Zet zet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await BestellingStore.AddGebeurtenisAsync(connection, moved, zet, now, cancellationToken);
        if (stap.Naar is BestellingStatus.Voltooid)
            await BestellingStore.CountCompletedAsync(connection, moved, cancellationToken);
        return stap.StockChange == 0
            || await AdvertentieStore.MoveStockAsync(connection, moved.AdvertentieId, stap.StockChange * moved.StockCount, now, cancellationToken)
            || stap.StockChange > 0;
    }

    private static BestellingRow Moved(BestellingRow row, Stap stap, Zet zet, DateTimeOffset now)
    {
        var moved = row with
        {
            Status = Words.Of(stap.Naar),
            Version = row.Version + 1,
            GewijzigdOp = now,
            TermijnOp = Termijnen.EndsOn(stap.Naar, now),
            HerinnerenOp = Termijnen.RemindsOn(stap.Naar, now),
        };
        // What is for nothing passes the ledger by.
        return stap.Reservering switch
        {
            Reserveringsactie.Hold when row.PrijsMinuten > 0 => moved with { ReserveringId = IdOf(row, "reservering") },
            Reserveringsactie.Post when row.PrijsMinuten > 0 =>
                moved with { OverboekingId = IdOf(row, "afronding"), GeboektMinuten = zet.BookedMinutes ?? row.PrijsMinuten },
            Reserveringsactie.Post => moved with { GeboektMinuten = 0 },
            _ => moved,
        };
    }

    private static Opdracht? OrderOf(BestellingRow moved, Stap stap, DateTimeOffset now) => (stap.Reservering, moved.ReserveringId) switch
    {
        (Reserveringsactie.Hold, { } id) => Opdracht.Hold(
            id, moved.KoperRekeningId, moved.AanbiederRekeningId, moved.PrijsMinuten, Eenheid.Minuten, now + Termijnen.Hold, partnerId: null),
        (Reserveringsactie.Post, { } id) => Opdracht.Post(moved.OverboekingId!.Value, id, moved.GeboektMinuten),
        (Reserveringsactie.Release, { } id) => Opdracht.Release(IdOf(moved, "vrijgave"), id),
        _ => null,
    };

    private static Guid IdOf(BestellingRow row, string what) => OverboekingId.Derive($"tijdbank.ruil.{what}", row.Id.ToString("D"));

    private static RuilVoltooid EventOf(BestellingRow row, DateTimeOffset now) => new()
    {
        BestellingId = row.Id,
        AdvertentieId = row.AdvertentieId,
        KoperRekeningId = row.KoperRekeningId,
        AanbiederRekeningId = row.AanbiederRekeningId,
        OverboekingId = row.OverboekingId,
        DurationMinutes = row.GeboektMinuten!.Value,
        Categorie = row.Categorie,
        Version = row.Version,
        OpgetredenOp = now,
    };
}
