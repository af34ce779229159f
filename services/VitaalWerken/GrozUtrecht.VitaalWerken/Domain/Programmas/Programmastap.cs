using System.Collections.Immutable;

namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>What somebody does to a programme.</summary>
internal abstract record Programmastap
{
    private Programmastap()
    {
    }

    /// <summary>Begins a new version, as a copy.</summary>
    internal sealed record Opstellen : Programmastap;

    /// <summary>Replaces the contents of a version; these suppliers have modules in it then.</summary>
    internal sealed record Wijzigen(int Versie, ImmutableHashSet<Guid> Leveranciers) : Programmastap;

    internal sealed record Voorstellen(int Versie) : Programmastap;

    /// <summary>What one side says of a version.</summary>
    internal abstract record Antwoord(int Versie) : Programmastap;

    internal sealed record Instemmen(int Versie) : Antwoord(Versie);

    internal sealed record Afwijzen(int Versie) : Antwoord(Versie);

    /// <summary>Takes a version back before everybody has agreed.</summary>
    internal sealed record VersieIntrekken(int Versie) : Programmastap;

    internal sealed record Starten : Programmastap;

    internal sealed record Afsluiten : Programmastap;

    /// <summary>Ends the programme before it was completed.</summary>
    internal sealed record Intrekken : Programmastap;
}

/// <summary>Why a step may not be done.</summary>
internal enum ProgrammaRefusal
{
    NotYourPart,
    Ended,
    VersionUnknown,
    NotConcept,
    NotProposed,
    NotOpen,
    Empty,
    StillOpen,
    TooManyVersions,
    AgreedBefore,
    NotAgreed,
    AlreadyRunning,
    NotRunning,
}
