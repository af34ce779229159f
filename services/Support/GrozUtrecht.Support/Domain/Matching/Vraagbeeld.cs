using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>A hulpvraag as matching sees one, with the beurten that still have a free plek.</summary>
internal sealed record Vraagbeeld
{
    /// <summary>Of a long series only the first open beurten are weighed; what fits those fits the rest, or another helper does.</summary>
    public const int MaximumWeighed = 8;

    public required Guid HulpvraagId { get; init; }

    public required Guid HulpvragerId { get; init; }

    public required Urgentie Urgentie { get; init; }

    public required Categorie Categorie { get; init; }

    /// <summary>The place of the postcode.</summary>
    public required int Plaats { get; init; }

    public string? VereisteTaal { get; init; }

    public uint VereisteVaardigheden { get; init; }

    public bool VogVereist { get; init; }

    public bool AutoVereist { get; init; }

    /// <summary>Languages of who asks; none when that was not said.</summary>
    public IReadOnlyList<string> Talen { get; init; } = [];

    public uint GewensteVaardigheden { get; init; }

    public uint Omstandigheden { get; init; }

    /// <summary>In order of time; at least one.</summary>
    public required IReadOnlyList<Bezoek> Bezoeken { get; init; }

    /// <summary>Helpers who were asked for this hulpvraag before, unless another was quicker.</summary>
    public IReadOnlySet<Guid> AlreadyAsked { get; init; } = new HashSet<Guid>();

    /// <summary>Helpers who helped this person before, and both said that it took place.</summary>
    public IReadOnlySet<Guid> HelpedBefore { get; init; } = new HashSet<Guid>();

    public int LastDay => Bezoeken[^1].Dagdelen[^1].DayNumber;
}
