namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>
/// The life of a programme: every step of everybody, decided without I/O. What was agreed holds until all sides agree on something newer,
/// so that no step in between can take an agreement away.
/// </summary>
internal static class Programmaloop
{
    public const int MaximumVersions = 50;

    /// <summary>The programme after the step, or why it may not be done: one of the two.</summary>
    public static (Programmastand? Next, ProgrammaRefusal? Refusal) Do(Programmastand stand, Partij who, Programmastap step) =>
        Refuse(stand, who, step) is { } refusal ? (null, refusal) : (After(stand, who, step), null);

    private static ProgrammaRefusal? Refuse(Programmastand stand, Partij who, Programmastap step)
    {
        // A coordinator helps and agrees for nobody; a supplier answers and plans nothing.
        if (who.Soort == (step is Programmastap.Antwoord ? Partijsoort.Coordinator : Partijsoort.Leverancier))
            return ProgrammaRefusal.NotYourPart;
        if (stand.IsEnded)
            return ProgrammaRefusal.Ended;
        return step switch
        {
            Programmastap.Opstellen => stand.Open is not null ? ProgrammaRefusal.StillOpen
                : stand.Versies.Count >= MaximumVersions ? ProgrammaRefusal.TooManyVersions
                : null,
            Programmastap.Wijzigen(var versie, _) => Expect(stand, versie, VersieStatus.Concept, ProgrammaRefusal.NotConcept),
            Programmastap.Voorstellen(var versie) => Expect(stand, versie, VersieStatus.Concept, ProgrammaRefusal.NotConcept)
                ?? (stand.Find(versie)!.Leveranciers.IsEmpty ? ProgrammaRefusal.Empty : null),
            Programmastap.Antwoord { Versie: var versie } => RefuseAnswer(stand, who, versie),
            Programmastap.VersieIntrekken(var versie) => stand.Find(versie) is not { } found ? ProgrammaRefusal.VersionUnknown
                : found.IsOpen ? null
                : ProgrammaRefusal.NotOpen,
            Programmastap.Starten => stand.Status switch
            {
                ProgrammaStatus.Overeengekomen => null,
                ProgrammaStatus.Lopend => ProgrammaRefusal.AlreadyRunning,
                _ => ProgrammaRefusal.NotAgreed,
            },
            Programmastap.Afsluiten => stand.Status == ProgrammaStatus.Lopend ? null : ProgrammaRefusal.NotRunning,
            _ => null,
        };
    }

    private static ProgrammaRefusal? RefuseAnswer(Programmastand stand, Partij who, int versie)
    {
        if (Expect(stand, versie, VersieStatus.Voorgesteld, ProgrammaRefusal.NotProposed) is { } refusal)
            return refusal;
        var found = stand.Find(versie)!;
        return !found.Partijen.Contains(who) ? ProgrammaRefusal.NotYourPart
            : found.Ingestemd.Contains(who) ? ProgrammaRefusal.AgreedBefore
            : null;
    }

    private static ProgrammaRefusal? Expect(Programmastand stand, int versie, VersieStatus status, ProgrammaRefusal otherwise) =>
        stand.Find(versie) is not { } found ? ProgrammaRefusal.VersionUnknown : found.Status == status ? null : otherwise;

    private static Programmastand After(Programmastand stand, Partij who, Programmastap step) => step switch
    {
        Programmastap.Opstellen => stand with
        {
            Versies = stand.Versies.Add(new(stand.Versies.Count + 1, VersieStatus.Concept, stand.Basis.Leveranciers, [])),
        },
        Programmastap.Wijzigen(var versie, var leveranciers) => With(stand, stand.Find(versie)! with { Leveranciers = leveranciers }),
        Programmastap.Voorstellen(var versie) => WithoutAgreement(stand, versie, VersieStatus.Voorgesteld, ProgrammaStatus.Voorgesteld),
        Programmastap.Instemmen(var versie) => Agree(stand, who, stand.Find(versie)!),
        Programmastap.Afwijzen(var versie) => WithoutAgreement(stand, versie, VersieStatus.Afgewezen, ProgrammaStatus.Concept),
        Programmastap.VersieIntrekken(var versie) => WithoutAgreement(stand, versie, VersieStatus.Ingetrokken, ProgrammaStatus.Concept),
        Programmastap.Starten => stand with { Status = ProgrammaStatus.Lopend },
        Programmastap.Afsluiten => End(stand, ProgrammaStatus.Afgesloten),
        _ => End(stand, ProgrammaStatus.Ingetrokken),
    };

    private static Programmastand Agree(Programmastand stand, Partij who, Versiestand versie)
    {
        var agreed = versie with { Ingestemd = versie.Ingestemd.Add(who) };
        if (!agreed.Partijen.All(agreed.Ingestemd.Contains))
            return With(stand, agreed);

        var next = stand.GeldendeVersie is { } before ? With(stand, stand.Find(before)! with { Status = VersieStatus.Vervangen }) : stand;
        return With(next, agreed with { Status = VersieStatus.Overeengekomen }) with
        {
            GeldendeVersie = versie.Versie,
            Status = stand.Status == ProgrammaStatus.Lopend ? ProgrammaStatus.Lopend : ProgrammaStatus.Overeengekomen,
        };
    }

    // While something holds, talking about a newer version leaves the programme where it stands.
    private static Programmastand WithoutAgreement(Programmastand stand, int versie, VersieStatus status, ProgrammaStatus otherwise) =>
        With(stand, stand.Find(versie)! with { Status = status }) with { Status = stand.GeldendeVersie is null ? otherwise : stand.Status };

    private static Programmastand End(Programmastand stand, ProgrammaStatus status) =>
        (stand.Open is { } open ? With(stand, open with { Status = VersieStatus.Ingetrokken }) : stand) with { Status = status };

    private static Programmastand With(Programmastand stand, Versiestand versie) =>
        stand with { Versies = stand.Versies.SetItem(versie.Versie - 1, versie) };
}
