using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>What is given every month; the same when it is planned and when it is changed.</summary>
public sealed record MaandgiftInhoud(
    [property: Description("De rekening die geeft; uw organisatie beheert haar.")] Guid VanRekeningId,
    [property: Description("Wie ontvangt.")] GiftNaar Naar,
    [property: Range(Gift.MinimumMinutes, Gift.MaximumMinutes), Description("Aantal minuten per maand.")] int DuurMinuten,
    [property: Description("Vanaf deze dag; niet in het verleden.")] DateOnly StartDatum,
    [property: Range(1, Maandplan.MaximumDay), Description("De dag waarop wordt gegeven.")] int DagVanDeMaand,
    [property: Description("Wie ontvangt, ziet niet wie gaf.")] bool Anoniem = false,
    [property: StringLength(Gift.MaximumBerichtLength, MinimumLength = 1), Description("Bij elke gift, zonder burgerservicenummer.")] string? Bericht = null,
    [property: Description("Tot en met deze dag; zonder einddatum tot u stopt.")] DateOnly? EindDatum = null)
{
    private Maandplan Plan => new(StartDatum, DagVanDeMaand, EindDatum);

    /// <summary>The row with this content, or why it cannot stand like this.</summary>
    /// <param name="row">What was there before; days that stay the same may have begun in the past.</param>
    internal async Task<(MaandgiftRow? Row, Failure? Failure)> PutIntoAsync(
        NpgsqlConnection connection, MaandgiftRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Vrijetekst.Check(Bericht) is { } textFault)
            return (null, GiftFailures.Of(textFault));
        if (!Naar.NamesOne)
            return (null, GiftFailures.ReceiverUnclear);

        var today = NederlandseTijd.DayOf(now);
        var daysStay = row.StartDatum == StartDatum && row.DagVanDeMaand == DagVanDeMaand;
        if (!daysStay && (StartDatum < today || StartDatum > today.AddYears(Maandplan.MaximumYearsAhead)))
            return (null, MaandgiftFailures.StartOutOfRange);
        var first = Plan.NextDay(daysStay && StartDatum < today ? today.AddDays(-1) : StartDatum.AddDays(-1), []);
        if (first is null)
            return (null, MaandgiftFailures.EndBeforeStart);
        if (await Giftgang.RefuseGiverAsync(connection, VanRekeningId, row.PartnerId, cancellationToken) is { } outcome)
            return (null, OverboekingFailures.Of(outcome));
        if (await Naar.FindAsync(connection, row.PartnerId, now, cancellationToken) is not { } ontvanger)
            return (null, GiftFailures.ReceiverUnknown);

        return ontvanger.RekeningId == VanRekeningId ? (null, GiftFailures.SameAccount) : (row with
        {
            VanRekeningId = VanRekeningId, NaarRekeningId = ontvanger.RekeningId, OntvangerSoort = ontvanger.Soort, DuurMinuten = DuurMinuten,
            Anoniem = Anoniem, Bericht = Bericht, StartDatum = StartDatum, DagVanDeMaand = DagVanDeMaand, EindDatum = EindDatum,
            // What is still to be tried again this month must not be lost: the round sees what there is to do.
            VolgendeDatum = daysStay && StartDatum <= today ? today : first, Version = row.Version + 1, GewijzigdOp = now,
        }, null);
    }
}
