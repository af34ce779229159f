using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>How many points each term may give; together 100.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Gewichten(
    int Afstand, int Tijd, int Vaardigheden, int Taal, int EerderGoed, int LaatstGevraagd, int Belasting, int Nieuwkomer)
{
    public const int Sum = 100;

    public static readonly Gewichten Default =
        new(Afstand: 25, Tijd: 10, Vaardigheden: 10, Taal: 10, EerderGoed: 10, LaatstGevraagd: 10, Belasting: 15, Nieuwkomer: 10);

    public int Total => Afstand + Tijd + Vaardigheden + Taal + EerderGoed + LaatstGevraagd + Belasting + Nieuwkomer;
}

/// <summary>The rules by which one partner matches in one area.</summary>
internal sealed record Matchingregels(Gewichten Gewichten, int MaximumAsksPerWeek)
{
    /// <summary>As the platform comes: version 0, which nobody has changed yet.</summary>
    public static readonly Matchingregels Default = new(Gewichten.Default, MaximumAsksPerWeek: 5);

    /// <summary>How many candidates of each hulpvraag a run over a whole area weighs.</summary>
    public int KandidatenPerHulpvraag { get; init; } = 20;

    /// <summary>How many hulpvragen such a run proposes to one helper at most.</summary>
    public int MaximumPerHelper { get; init; } = 2;

    /// <summary>A proposal remembers it, so that it can be explained after the rules have changed.</summary>
    public long Versie { get; init; }
}
