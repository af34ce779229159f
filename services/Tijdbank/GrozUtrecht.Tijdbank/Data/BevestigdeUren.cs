using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Hours that were confirmed elsewhere: credited, and kept as a registration, so that reports, payouts and statements find all hours in
/// one place. A consumer of a new event translates it to <see cref="Urenbijschrijving"/> and calls this.
/// </summary>
internal sealed class BevestigdeUren(UnitOfWork work, Bijschrijvingen bijschrijvingen, TimeProvider clock)
{
    /// <summary>Does it the first time, and nothing after that however often they are reported.</summary>
    public async Task<Boekuitkomst> RecordAsync(Urenbijschrijving uren, CancellationToken cancellationToken)
    {
        var credit = (await bijschrijvingen.CreditAsync([uren], cancellationToken))[0];
        if (credit is not { IsBooked: true, Boeking.IsNew: true })
        {
            return credit.Boeking.Outcome;
        }

        var now = clock.GetUtcNow();
        var row = RowOf(uren, now).Credited(credit);
        var connection = await work.OpenAsync(cancellationToken);
        await UrenregistratieWriter.InsertAsync(connection, [row], cancellationToken);
        await UrenregistratieWriter.AddStepsAsync(
            connection, [Urenregistratiestap.Of(row, Urenstap.Bevestigen, uren.PartnerId, clientId: null, tekst: null, now)], cancellationToken);
        return Boekuitkomst.Booked;
    }

    // The organisation vouches for what both sides agreed on elsewhere, so it stands on the receiving side and may take the hours back.
    private static Urenregistratie RowOf(Urenbijschrijving uren, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Bron = uren.Bron,
        BronId = uren.BronId,
        PersoonId = uren.PersoonId,
        VoorPartnerId = uren.PartnerId,
        UrenSoort = uren.UrenSoort,
        UitgevoerdDatum = uren.UitgevoerdDatum,
        DuurMinuten = uren.DurationMinutes,
        Status = Words.Of(Urenstatus.Bevestigd),
        GemeldDoor = Words.Of(Kant.Werker),
        GemeldOp = now,
        WachtSinds = now,
        Versie = 1,
    };
}
