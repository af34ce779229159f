using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Features.Overboekingen;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>A monthly gift, for who manages the account that gives.</summary>
public sealed record MaandgiftAnswer(
    Guid Id,
    Guid VanRekeningId,
    Guid NaarRekeningId,
    Ontvangersoort OntvangerSoort,
    int DuurMinuten,
    bool Anoniem,
    DateOnly StartDatum,
    int DagVanDeMaand,
    [property: Description("actief, gestopt (door u, of omdat iemand vertrok) of afgelopen.")] string Status,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp,
    string? Bericht = null,
    DateOnly? EindDatum = null,
    [property: Description("Wanneer weer wordt gegeven, of opnieuw geprobeerd.")] DateOnly? VolgendeDatum = null,
    [property: Description("Wat er de laatste keer van kwam; ontbreekt voor de eerste keer.")] MaandbeurtAnswer? LaatsteBeurt = null)
{
    internal static MaandgiftAnswer Of(MaandgiftRow row) => new(
        row.Id, row.VanRekeningId, row.NaarRekeningId, Words.Read<Ontvangersoort>(row.OntvangerSoort), row.DuurMinuten, row.Anoniem,
        row.StartDatum, row.DagVanDeMaand, row.Status, row.AangemaaktOp, row.GewijzigdOp, row.Bericht, row.EindDatum, row.VolgendeDatum,
        row.BeurtMaand is { } maand ? MaandbeurtAnswer.Of(maand, row) : null);
}

/// <summary>What became of one month.</summary>
public sealed record MaandbeurtAnswer(
    [property: Description("De eerste dag van de maand.")] DateOnly Maand,
    [property: Description("gegeven of overgeslagen.")] string Uitkomst,
    [property: Description("Een keer, en bij een weigering nog hooguit drie dagen.")] int AantalPogingen,
    [property: Description("De gift, als er gegeven is.")] Guid? GiftId = null,
    [property: Description("Waarom niet; een code van een overboeking.")] string? Reden = null,
    [property: Description("Voor mensen: wat er aan de hand is en wat er nu gebeurt.")] string? Herinnering = null)
{
    internal static MaandbeurtAnswer Of(DateOnly maand, MaandgiftRow row)
    {
        var attempts = row.BeurtPogingen!.Value;
        var outcome = (Boekuitkomst)row.BeurtUitkomst!.Value;
        if (outcome == Boekuitkomst.Booked)
            return new(maand, "gegeven", attempts, row.BeurtGiftId);

        var reason = OverboekingFailures.Of(outcome);
        var next = attempts < Maandbeurt.MaximumAttempts && row.Status == "actief" ? "Morgen wordt het opnieuw geprobeerd." : "Deze maand is overgeslagen.";
        return new(maand, "overgeslagen", attempts, Reden: reason.Code, Herinnering: $"{reason.Title}. {next}");
    }
}
