using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>A registration of hours. What does not apply is left out.</summary>
public sealed record UrenregistratieAnswer(
    Guid Id,
    Urenstatus Status,
    [property: Description("Wie gewerkt heeft.")] Guid PersoonId,
    Urensoort UrenSoort,
    [property: Description("Dag in Nederland waarop is gewerkt.")] DateOnly UitgevoerdDatum,
    [property: Description("De minuten die nu gelden: gemeld, gecorrigeerd of toegekend.")] int DuurMinuten,
    [property: Description("Welke kant de uren meldde; de andere kant bevestigt.")] Kant GemeldDoor,
    DateTimeOffset GemeldOp,
    [property: Description("Organisatie waarvoor is gewerkt.")] Guid? VoorPartnerId = null,
    [property: Description("Persoon voor wie is gewerkt.")] Guid? VoorPersoonId = null,
    [property: Description("Begintijd als uu:mm in Nederlandse tijd.")] string? BeginTijd = null,
    string? Omschrijving = null,
    string? Postcode = null,
    Guid? PraktijkovereenkomstId = null,
    [property: Description("Wanneer aan de bevestiging is herinnerd.")] DateTimeOffset? HerinnerdOp = null,
    [property: Description("De overboeking waarmee de uren zijn bijgeschreven.")] Guid? OverboekingId = null,
    [property: Description("De uitbetaling waarin deze uren zitten.")] Guid? UitbetalingId = null,
    [property: Description("Waar de uren zijn bevestigd, bijvoorbeeld support.afspraak.")] string? Bron = null)
{
    internal static UrenregistratieAnswer Of(Urenregistratie row) => new(
        row.Id, row.Stand.Status, row.PersoonId, Words.Read<Urensoort>(row.UrenSoort), row.UitgevoerdDatum, row.DuurMinuten, row.Stand.GemeldDoor,
        row.GemeldOp, row.VoorPartnerId, row.VoorPersoonId, row.BeginTijd, row.Omschrijving, row.Postcode, row.PraktijkovereenkomstId,
        row.HerinnerdOp, row.OverboekingId, row.UitbetalingId, row.Bron);
}
