using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>A payout as the paying organisation sees it. What does not apply is left out.</summary>
internal sealed record UitbetalingAnswer(
    Guid Id,
    Guid PersoonId,
    Uitbetalingstatus Status,
    int DuurMinuten,
    [property: Description("Per uur.")] int TariefCenten,
    int OnkostenCenten,
    [property: Description("Vergoeding en onkosten samen.")] long BedragCenten,
    [property: Description("De regel waaraan de uitbetaling is getoetst.")] string Uitleg,
    [property: Description("Tot dan staan minuten en centen vast. Wat dertig dagen ervoor nog niet naar de bank is, wordt ingetrokken.")] DateTimeOffset VervaltOp,
    DateTimeOffset AangevraagdOp,
    DateTimeOffset? GoedgekeurdOp = null,
    Guid? BatchId = null,
    [property: Description("Wat de bank het laatst meldde, bijvoorbeeld ACSP.")] string? Bankstatus = null,
    [property: Description("Waarom zij niet doorging: de code van de bank, of verlopen of persoon-verwijderd.")] string? Redencode = null,
    DateTimeOffset? AfgeslotenOp = null,
    [property: Description("Bij de aanvraag: maxima die bijna zijn bereikt.")] IReadOnlyList<string>? Waarschuwingen = null)
{
    public static UitbetalingAnswer Of(Uitbetaling row, IReadOnlyList<string>? waarschuwingen = null) => new(
        row.Id, row.PersoonId, row.StatusValue, row.DuurMinuten, row.TariefCenten, row.OnkostenCenten, row.BedragCenten, row.Uitleg,
        row.VervaltOp, row.AangevraagdOp, row.GoedgekeurdOp, row.BatchId, row.Bankstatus, row.Redencode, row.AfgeslotenOp,
        waarschuwingen is { Count: > 0 } ? waarschuwingen : null);
}
