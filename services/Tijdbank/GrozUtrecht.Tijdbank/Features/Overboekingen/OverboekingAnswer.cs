using System.ComponentModel;

namespace GrozUtrecht.Tijdbank.Features.Overboekingen;

/// <summary>A transfer. Its description is shown in the statement only: it can be erased, this cannot.</summary>
public sealed record OverboekingAnswer(
    Guid Id,
    Guid VanRekeningId,
    Guid NaarRekeningId,
    [property: Description("Aantal minuten dat van de ene naar de andere rekening ging.")] long DuurMinuten,
    DateTimeOffset GeboektOp);
