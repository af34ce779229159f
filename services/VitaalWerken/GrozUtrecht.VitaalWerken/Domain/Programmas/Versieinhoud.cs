namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>Does the Arbowet oblige the employer to this?</summary>
public enum Arboplicht
{
    Ja,
    Nee,
    Onbekend,
}

/// <summary>Is it given at the workplace?</summary>
public enum OpDeWerkplek
{
    Geheel,
    Gedeeltelijk,
    Nee,
    Onbekend,
}

/// <summary>Do employees pay for it themselves?</summary>
public enum EigenBijdrage
{
    Nee,
    Ja,
    Onbekend,
}

/// <summary>The facts that matter for the gerichte vrijstelling, as people wrote them down: a note, and no verdict.</summary>
internal sealed record Vrijstelling(Arboplicht Arboplicht, OpDeWerkplek OpDeWerkplek, EigenBijdrage EigenBijdrage, string? Toelichting);

/// <summary>What a version consists of: what people agree to.</summary>
internal sealed record Versieinhoud(DateOnly BeginDatum, DateOnly EindDatum, IReadOnlyList<Versiemodule> Modules)
{
    public IEnumerable<Versiesessie> Sessies => Modules.SelectMany(module => module.Sessies);
}

/// <summary>What one supplier does, as often as it has sessions.</summary>
internal sealed record Versiemodule
{
    /// <summary>From 1, in the order in which they were written.</summary>
    public required int Nummer { get; init; }

    public required Guid KoppelingId { get; init; }

    public required Guid AanbodId { get; init; }

    public required Guid LeverancierId { get; init; }

    public required Onderwerp Onderwerp { get; init; }

    public required string Titel { get; init; }

    public required int GroepMinimum { get; init; }

    public required int GroepMaximum { get; init; }

    /// <summary>For one session; nothing when it is paid in kind.</summary>
    public long? PrijsCenten { get; init; }

    public string? InNatura { get; init; }

    public Vrijstelling? Vrijstelling { get; init; }

    public required IReadOnlyList<Versiesessie> Sessies { get; init; }

    /// <summary>What the sessions cost together, in money.</summary>
    public long KostenCenten => (PrijsCenten ?? 0) * Sessies.Count;
}

/// <summary>One time that people come together. The key stays with it through versions.</summary>
internal sealed record Versiesessie(Guid Sleutel, DateTimeOffset BegintOp, DateTimeOffset EindigtOp, string Locatie, int Capaciteit);
