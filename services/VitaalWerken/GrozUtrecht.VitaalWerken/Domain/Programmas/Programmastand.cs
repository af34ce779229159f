using System.Collections.Immutable;

namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>One version as far as its life goes: whose modules are in it, and who has agreed.</summary>
internal sealed record Versiestand(int Versie, VersieStatus Status, ImmutableHashSet<Guid> Leveranciers, ImmutableHashSet<Partij> Ingestemd)
{
    public bool IsOpen => Status is VersieStatus.Concept or VersieStatus.Voorgesteld;

    /// <summary>Who must agree: the company, and each supplier of a module.</summary>
    public IEnumerable<Partij> Partijen => Leveranciers.Select(Partij.Leverancier).Prepend(Partij.Bedrijf);
}

/// <summary>A programme as far as its life goes: the versions in order, and which one holds.</summary>
internal sealed record Programmastand(ProgrammaStatus Status, int? GeldendeVersie, ImmutableList<Versiestand> Versies)
{
    /// <summary>A new programme has an empty first version to write in.</summary>
    public static readonly Programmastand Nieuw = new(ProgrammaStatus.Concept, null, [new(1, VersieStatus.Concept, [], [])]);

    public bool IsEnded => Status is ProgrammaStatus.Afgesloten or ProgrammaStatus.Ingetrokken;

    /// <summary>The version that people are writing or talking about.</summary>
    public Versiestand? Open => Versies.Find(versie => versie.IsOpen);

    /// <summary>What a new version begins as: the one that holds, or the last one that was tried.</summary>
    public Versiestand Basis => Find(GeldendeVersie ?? Versies.Count)!;

    public Versiestand? Find(int versie) => versie >= 1 && versie <= Versies.Count ? Versies[versie - 1] : null;
}
