using System.ComponentModel;
using GrozUtrecht.Support.Domain.SocialeVragen;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>A hand-over as partners see it.</summary>
internal sealed record OverdrachtResponse(
    [property: Description("Id van de overdracht.")] Guid Id,
    [property: Description("De sociale vraag.")] Guid SocialeVraagId,
    [property: Description("Wie de vraag overdraagt.")] Guid VanBuurtassistentId,
    [property: Description("De collega aan wie het gevraagd is.")] Guid? NaarBuurtassistentId,
    [property: Description("De buurt waaraan het gevraagd is.")] Guid? NaarBuurtId,
    [property: Description("Waarom; ontbreekt als de persoon is verwijderd.")] string? Reden,
    [property: Description("Waar de overdracht staat.")] OverdrachtStatus Status,
    [property: Description("Moment waarop het gevraagd werd.")] DateTimeOffset AangemaaktOp,
    [property: Description("Moment van antwoord; ontbreekt zolang dat er niet is.")] DateTimeOffset? BeantwoordOp);

/// <summary>Who answers a hand-over.</summary>
public sealed record AnswerOverdrachtRequest([property: Description("Wie antwoordt: de gevraagde collega, of iemand uit de gevraagde buurt.")] Guid BuurtassistentId);
