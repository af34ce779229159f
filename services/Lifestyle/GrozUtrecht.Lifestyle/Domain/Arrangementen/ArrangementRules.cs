namespace GrozUtrecht.Lifestyle.Domain.Arrangementen;

/// <summary>Why something may not be done with an arrangement.</summary>
internal enum ArrangementRefusal
{
    ActiviteitTwice,
    Ended,
    TooManyVersions,
    NotTheLatestVersion,
    AgreedBefore,
    NotAgreed,
    AlreadyRunning,
    NotRunning,
}

/// <summary>What guide and resident may do, decided without I/O; null means that they may.</summary>
internal static class ArrangementRules
{
    public const int MaximumActiviteiten = 10;
    public const int MaximumVersions = 100;

    public static bool IsEnded(ArrangementStatus status) => status is ArrangementStatus.Afgerond or ArrangementStatus.Gestopt;

    /// <summary>A set of activities, each once.</summary>
    public static ArrangementRefusal? Choose(IReadOnlyList<Guid> activiteiten) =>
        activiteiten.Distinct().Count() == activiteiten.Count ? null : ArrangementRefusal.ActiviteitTwice;

    /// <summary>The guide proposes another goal or other activities; what was agreed holds until there is agreement on this.</summary>
    public static ArrangementRefusal? Propose(ArrangementStatus status, int latest) =>
        IsEnded(status) ? ArrangementRefusal.Ended : latest >= MaximumVersions ? ArrangementRefusal.TooManyVersions : null;

    /// <summary>The resident agrees with what the guide proposed last.</summary>
    public static ArrangementRefusal? Agree(ArrangementStatus status, int version, int latest, bool isAgreed) => (status, version == latest, isAgreed) switch
    {
        _ when IsEnded(status) => ArrangementRefusal.Ended,
        (_, false, _) => ArrangementRefusal.NotTheLatestVersion,
        (_, _, true) => ArrangementRefusal.AgreedBefore,
        _ => null,
    };

    public static ArrangementRefusal? Start(ArrangementStatus status) => status switch
    {
        ArrangementStatus.Overeengekomen => null,
        ArrangementStatus.Voorgesteld => ArrangementRefusal.NotAgreed,
        ArrangementStatus.Lopend => ArrangementRefusal.AlreadyRunning,
        _ => ArrangementRefusal.Ended,
    };

    /// <summary>Only what runs can be completed; stopping is possible at any time.</summary>
    public static ArrangementRefusal? End(ArrangementStatus status, Afloop afloop) =>
        IsEnded(status) ? ArrangementRefusal.Ended
        : afloop == Afloop.Afgerond && status != ArrangementStatus.Lopend ? ArrangementRefusal.NotRunning
        : null;
}
