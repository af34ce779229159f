using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>What a fund is; the same when it is opened and when it is changed.</summary>
public sealed record WijkpotInhoud(
    [property: StringLength(80, MinimumLength = 3), RegularExpression(@"^\S([^\u0000-\u001f\u007f]*\S)?$"), Description("Naam voor bewoners.")] string Naam,
    [property: StringLength(40, MinimumLength = 1), Description("Code van het gebied.")] string Gebied,
    [property: StringLength(500, MinimumLength = 1), RegularExpression(@"^\s*\S[\s\S]*$"), Description("Waar de minuten voor zijn; te zien voor alle organisaties.")]
    string Doel)
{
    /// <summary>Why it cannot stand like this; null when it can.</summary>
    internal Failure? Refuse() => Vrijetekst.Check(Naam, Doel) is { } fault ? WijkpotFailures.Of(fault)
        : GrozUtrecht.Gebieden.Gebied.TryFind(Gebied, out _) ? null
        : WijkpotFailures.GebiedUnknown;

    internal WijkpotRow PutInto(WijkpotRow row) => row with { Naam = Naam, Gebied = Gebied, Doel = Doel };
}
