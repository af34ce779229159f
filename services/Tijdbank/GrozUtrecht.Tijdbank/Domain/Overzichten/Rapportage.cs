using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Domain.Overzichten;

/// <summary>What the ledger credited to a person in a month for one organisation and one kind, minus what it took back.</summary>
/// <param name="PartnerId">The organisation that vouched; null when nobody is known.</param>
/// <param name="UrenSoort">The kind, or <see cref="Rapportage.Onbekend"/>.</param>
internal sealed record Maanduren(Guid PersoonId, Guid? PartnerId, string UrenSoort, long Minuten);

/// <summary>What is known of a person for a report.</summary>
internal sealed record Rapportpersoon(DateOnly? Geboortedatum, string Gebied);

/// <summary>A report as it is published and kept.</summary>
/// <param name="Uitbetaald">What was converted into money; only in the report of an area.</param>
internal sealed record Rapport(
    Rapportcel Totaal, IReadOnlyList<Rapportcel> UrenSoorten, IReadOnlyList<Rapportcel> Leeftijdsgroepen, IReadOnlyList<Rapportcel> Gebieden,
    Rapportcel? Uitbetaald = null);

/// <summary>
/// Makes reports: one table for each way to divide the same hours. Every cell lies in one table and the tables share no more than their
/// total, so what can be computed from all of them together can be computed from one.
/// </summary>
internal static class Rapportage
{
    public const string Onbekend = "onbekend";

    private static readonly (int From, string Key)[] AgeGroups =
        [(0, "0-17"), (18, "18-20"), (21, "21-34"), (35, "35-49"), (50, "50-64"), (65, "65-79"), (80, "80-plus")];

    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<Urensoort>().Select(Urensoortbeleid.Word), Onbekend];

    public static IReadOnlyList<string> Ages { get; } = [.. AgeGroups.Select(group => group.Key), Onbekend];

    /// <param name="hours">All hours that the report is about.</param>
    /// <param name="persons">Who they are; somebody who is not here is unknown.</param>
    /// <param name="areas">The areas to divide by; none for the report of one area.</param>
    /// <param name="lastDay">The day on which ages are taken.</param>
    public static Rapport Make(
        IReadOnlyCollection<Maanduren> hours, IReadOnlyDictionary<Guid, Rapportpersoon> persons, IReadOnlyList<string> areas, DateOnly lastDay)
    {
        var kinds = Divide(hours, Kinds, item => item.UrenSoort);
        var ages = Divide(hours, Ages, item => AgeGroup(persons.GetValueOrDefault(item.PersoonId)?.Geboortedatum, lastDay));
        return new(
            kinds.Totaal,
            kinds.Cellen,
            ages.Cellen,
            areas.Count == 0 ? [] : Divide(hours, areas, item => persons.GetValueOrDefault(item.PersoonId)?.Gebied ?? Onbekend).Cellen);
    }

    /// <summary>What was converted into money: a number by itself, that no other adds up to.</summary>
    public static Rapportcel Converted(IReadOnlyCollection<Maanduren> hours) =>
        Afscherming.Protect(new Rapportgroep("uitbetaald", hours.Sum(item => item.Minuten), hours.Select(item => item.PersoonId).ToHashSet()));

    public static string AgeGroup(DateOnly? geboren, DateOnly day) =>
        geboren is { } born && born <= day ? AgeGroups.Last(group => group.From <= Leeftijd.On(born, day)).Key : Onbekend;

    private static Rapporttabel Divide(IReadOnlyCollection<Maanduren> hours, IReadOnlyList<string> keys, Func<Maanduren, string> keyOf)
    {
        var groups = hours.GroupBy(keyOf).ToDictionary(
            group => group.Key, group => new Rapportgroep(group.Key, group.Sum(item => item.Minuten), group.Select(item => item.PersoonId).ToHashSet()));
        return Afscherming.Protect([.. keys.Select(key => groups.GetValueOrDefault(key) ?? new(key, 0, new HashSet<Guid>()))]);
    }
}
