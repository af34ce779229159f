using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>One part of the programme, with its speaker.</summary>
public sealed record OnderdeelBody(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Wat er te zien of te doen is.")] string Titel,
    [property: Description("De leverancier die dit doet; die is dan bezet.")] Guid LeverancierId,
    DateTimeOffset BegintOp,
    DateTimeOffset EindigtOp);

/// <summary>The plan of a meeting; the same when it is planned and when it is changed.</summary>
public sealed record InspiratieBody(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Waar op de werkvloer.")] string Plek,
    [property: Description("Begin, met tijdzone.")] DateTimeOffset BegintOp,
    [property: Description("Einde op dezelfde dag, met tijdzone.")] DateTimeOffset EindigtOp,
    [property: Range(1, 1000), Description("Hoeveel mensen er ongeveer komen.")] int VerwachtAantal,
    [property: MaxLength(20), Description("Het programma, op volgorde; mag later komen.")] IReadOnlyList<OnderdeelBody>? Onderdelen = null)
{
    /// <summary>Why the plan is refused; null when it is sound.</summary>
    internal ProblemHttpResult? Refuse(DateTimeOffset now)
    {
        var parts = Onderdelen ?? [];
        return Bijeenkomstplan.Judge(new(BegintOp, EindigtOp), [.. parts.Select(part => new Tijdspan(part.BegintOp, part.EindigtOp))], now) is { } fault
            ? InspiratieFailures.Of(fault).ToProblem()
            : FreeText.Refuse([Plek, .. parts.Select(part => part.Titel)]);
    }
}
