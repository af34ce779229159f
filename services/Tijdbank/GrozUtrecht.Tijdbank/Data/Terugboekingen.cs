using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Takes credited hours back with a transfer the other way: what was booked stays as it was booked.</summary>
internal sealed class Terugboekingen(UnitOfWork work, Grootboek grootboek)
{
    private const string Bron = "tijdbank.urenregistratie.terugboeking";

    /// <summary>The transfer that takes back the hours of this registration.</summary>
    public static Guid IdOf(Guid urenregistratieId) => OverboekingId.Derive(Bron, urenregistratieId.ToString("D"));

    /// <summary>Books it and tells of it; a refusal is for the caller to roll back.</summary>
    public async Task<Boekuitkomst> TakeBackAsync(Urenregistratie uren, CancellationToken cancellationToken)
    {
        var order = Opdracht.Transfer(
            IdOf(uren.Id),
            uren.RekeningId!.Value,
            Systeemrekening.Uitgifte,
            uren.DuurMinuten,
            Eenheid.Minuten,
            partnerId: null);
        var connection = await work.OpenAsync(cancellationToken);
        var boeking = (await grootboek.BookAsync(connection, [order], linked: false, cancellationToken))[0];
        if (boeking is { Outcome: Boekuitkomst.Booked, IsNew: true })
        {
            work.Publish(new UrenTeruggeboekt
            {
                OverboekingId = boeking.OverboekingId,
                BijschrijvingId = uren.OverboekingId!.Value,
                RekeningId = uren.RekeningId.Value,
                PersoonId = uren.PersoonId,
                DurationMinutes = uren.DuurMinuten,
                UrenSoort = uren.UrenSoort,
                UitgevoerdDatum = uren.UitgevoerdDatum,
                UrenregistratieId = uren.Id,
                Version = uren.Versie,
                OpgetredenOp = boeking.BookedAt,
            });
        }

        return boeking.Outcome;
    }
}
