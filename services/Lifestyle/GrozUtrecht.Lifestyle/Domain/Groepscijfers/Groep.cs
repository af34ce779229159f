namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>The only ways to divide people: a fixed family, because every other choice is one more chance to subtract.</summary>
public enum Groepssoort
{
    Programma,
    Gebied,
    Doelgroep,
    Activiteit,
}

/// <summary>Who a figure is about.</summary>
/// <param name="Sleutel">The code of the area, the doelgroep or the id of the activity; empty for the whole programme.</param>
internal sealed record Groep(Groepssoort Soort, string Sleutel)
{
    public static Groep Programma { get; } = new(Groepssoort.Programma, "");

    /// <summary>All groups that somebody is in.</summary>
    public static IEnumerable<Groep> Of(Groepslid lid) =>
    [
        Programma,
        new(Groepssoort.Gebied, lid.Gebied),
        new(Groepssoort.Doelgroep, lid.Doelgroep),
        .. lid.Activiteiten.Distinct().Select(id => new Groep(Groepssoort.Activiteit, id.ToString())),
    ];
}

/// <summary>What is measured: one dimension of one version of a questionnaire.</summary>
internal sealed record Maat(string Vragenlijst, int Versie, string Dimensie);

/// <summary>The mark or score of one dimension, so many months after the start.</summary>
internal sealed record Groepsscore(Maat Maat, int Maanden, decimal Score);

/// <summary>Somebody who takes part under a pseudonym and agreed to be in group figures.</summary>
internal sealed record Groepslid(
    Guid Pseudoniem, string Gebied, string Doelgroep, IReadOnlyList<Guid> Activiteiten, IReadOnlyList<Groepsscore> Scores);

/// <summary>What a figure tells of a group.</summary>
public enum Groepsdeel
{
    /// <summary>How the group is at a moment: mean and spread.</summary>
    Stand,

    /// <summary>How much the group changed since the start, on average.</summary>
    Verandering,
}

/// <summary>
/// A set of people that was published before, about one quantity: the scores of a maat at a moment. A change counts with the start,
/// because it lets the start of exactly these people be computed.
/// </summary>
/// <param name="Leden">Those whom we still know.</param>
/// <param name="IsVolledig">False when members were forgotten since.</param>
internal sealed record EerdereGroep(Maat Maat, int Maanden, IReadOnlyList<Guid> Leden, bool IsVolledig);

/// <summary>A figure that may be published.</summary>
/// <param name="Aantal">At least so many people: rounded down to fives.</param>
/// <param name="Spreiding">The standard deviation; a change has none.</param>
/// <param name="Leden">Who must be remembered with it; null when the figure tells nothing new.</param>
internal sealed record Groepscijfer(
    Maat Maat, Groep Groep, int Maanden, Groepsdeel Deel, int Aantal, decimal Gemiddelde, decimal? Spreiding, IReadOnlyList<Guid>? Leden);
