using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>One ask. Its index in the list is its name.</summary>
/// <param name="Plekken">How many helpers it needs, each another one.</param>
/// <param name="UrgencyClass">0 is the most urgent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Vraag(int Plekken, int UrgencyClass);

/// <summary>One helper. Its index in the list is its name.</summary>
/// <param name="Capacity">How many asks it may get in this run: its fair share.</param>
/// <param name="MaximumWeekMinutes">The most minutes in one ISO week, or null when there is no maximum.</param>
/// <param name="Planned">What already stands in the weeks concerned, and takes from the maximum.</param>
internal sealed record Aanbod(int Capacity, int? MaximumWeekMinutes = null, IReadOnlyList<WeekMinuten>? Planned = null);

/// <summary>One possible assignment. The same ask and helper may occur several times with other times; at most one of those is chosen.</summary>
/// <param name="Points">From 0 to <see cref="Toewijzing.MaximumPoints"/>; more is better.</param>
/// <param name="NeverAsked">The helper was never asked before, and comes first among equals.</param>
/// <param name="Beslag">The time it takes of the helper, or null when it stands in nothing's way.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mogelijkheid(int Vraag, int Aanbod, int Points, bool NeverAsked, Beslag? Beslag = null);
