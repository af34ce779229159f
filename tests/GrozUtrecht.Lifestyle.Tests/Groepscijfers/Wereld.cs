using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>
/// A programme that publishes figures, with people who come, leave, choose activities and are forgotten. It remembers what the service
/// remembers, and beside that all that really happened, which only the attacker's judge may know.
/// </summary>
internal sealed class Wereld
{
    public static readonly Maat Meedoen = new("positieve-gezondheid", 1, "meedoen");

    private readonly List<EerdereGroep> memory = [];
    private readonly HashSet<Guid> forgotten = [];

    public Dictionary<Guid, Groepslid> Leden { get; } = [];

    /// <summary>Every figure that was ever published, with the people it is really about.</summary>
    public List<(Groepscijfer Cijfer, IReadOnlyList<Guid> Over)> Published { get; } = [];

    public Guid Join(string gebied, string doelgroep, Guid[] activiteiten, params decimal[] scores)
    {
        var pseudonym = TestId.Guid();
        Leden[pseudonym] = new(pseudonym, gebied, doelgroep, activiteiten, Scores(scores));
        return pseudonym;
    }

    /// <summary>As many people at once, with marks that differ.</summary>
    public List<Guid> JoinMany(int count, string gebied, string doelgroep, params Guid[] activiteiten) =>
        [.. Enumerable.Range(0, count).Select(index => Join(gebied, doelgroep, activiteiten, 4 + (index % 5)))];

    /// <summary>Measures again, three months, half a year or a year after the start.</summary>
    public void Measure(Guid pseudonym, decimal score) =>
        Leden[pseudonym] = Leden[pseudonym] with { Scores = Scores([.. Leden[pseudonym].Scores.Select(item => item.Score), score]) };

    /// <summary>Withdraws or is erased: nothing that tells who it was stays behind.</summary>
    public void Forget(Guid pseudonym)
    {
        Leden.Remove(pseudonym);
        forgotten.Add(pseudonym);
    }

    /// <summary>Publishes a quarter, and gives what it shows.</summary>
    public IReadOnlyList<Groepscijfer> Publish()
    {
        var known = memory.Select(groep => groep with
        {
            Leden = [.. groep.Leden.Where(lid => !forgotten.Contains(lid))],
            IsVolledig = !groep.Leden.Any(forgotten.Contains),
        });
        var made = Groepscijferronde.Make([.. Leden.Values], [.. known]);
        Published.AddRange(made.Select(cijfer => (cijfer, People(cijfer))));
        memory.AddRange(made.Where(cijfer => cijfer.Leden is not null).Select(cijfer => new EerdereGroep(
            cijfer.Maat, cijfer.Deel == Groepsdeel.Verandering ? 0 : cijfer.Maanden, cijfer.Leden!, IsVolledig: true)));
        return made;
    }

    public static Groepscijfer? Stand(IEnumerable<Groepscijfer> made, Groepssoort soort, string sleutel, int maanden = 0) =>
        made.SingleOrDefault(cijfer => cijfer.Groep == new Groep(soort, sleutel) && cijfer.Maanden == maanden && cijfer.Deel == Groepsdeel.Stand);

    // Worked out again from what the figure says it is about, and not taken from the code that is on trial.
    private IReadOnlyList<Guid> People(Groepscijfer cijfer) =>
    [
        .. Leden.Values.Where(lid => lid.Scores.Any(score => score.Maanden == cijfer.Maanden && score.Maat == cijfer.Maat)
                && lid.Scores.Any(score => score.Maanden == 0 && score.Maat == cijfer.Maat)
                && cijfer.Groep.Soort switch
                {
                    Groepssoort.Programma => true,
                    Groepssoort.Gebied => lid.Gebied == cijfer.Groep.Sleutel,
                    Groepssoort.Doelgroep => lid.Doelgroep == cijfer.Groep.Sleutel,
                    _ => lid.Activiteiten.Contains(Guid.Parse(cijfer.Groep.Sleutel)),
                })
            .Select(lid => lid.Pseudoniem),
    ];

    private static List<Groepsscore> Scores(decimal[] scores)
    {
        int[] moments = [0, 3, 6, 12];
        return [.. scores.Select((score, index) => new Groepsscore(Meedoen, moments[index], score))];
    }
}
