namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>A rule that the network does not know: of these items of one helper at most so many.</summary>
/// <param name="Items">Positions in the agenda.</param>
/// <param name="Violating">The chosen items that break it; one of them has to go.</param>
internal sealed record Snede(Agenda Agenda, int[] Items, int Maximum, int[] Violating);
