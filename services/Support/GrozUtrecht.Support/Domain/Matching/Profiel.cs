using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>A helper as matching sees one: nothing that depends on who asks.</summary>
internal sealed record Profiel
{
    public required Guid HelperId { get; init; }

    public required Guid PersoonId { get; init; }

    /// <summary>The place of the helper's postcode.</summary>
    public required int Plaats { get; init; }

    public required int RadiusKilometers { get; init; }

    /// <summary>Bits of <see cref="Categorie"/>.</summary>
    public required uint Categorieen { get; init; }

    /// <summary>Codes of two letters.</summary>
    public IReadOnlyList<string> Talen { get; init; } = [];

    /// <summary>Bits of <see cref="Vaardigheid"/>.</summary>
    public uint Vaardigheden { get; init; }

    public bool HasAuto { get; init; }

    /// <summary>The last day on which the verklaring omtrent het gedrag counts, as a day number; null without one.</summary>
    public int? VogLastDay { get; init; }

    /// <summary>Bits of <see cref="Omstandigheid"/>.</summary>
    public uint Bezwaren { get; init; }

    /// <summary>Comes along, or this helper does not come.</summary>
    public Profiel? Maatje { get; init; }

    public int? MaximumWeekMinutes { get; init; }

    /// <summary>With everything that is planned, and what has been since the month before.</summary>
    public HelperAgenda Agenda { get; init; } = HelperAgenda.Free;

    /// <summary>How many appointments the helper has had or has.</summary>
    public int AfspraakCount { get; init; }

    public DateTimeOffset? LaatstGevraagdOp { get; init; }

    /// <summary>When the helper was asked lately, in minutes of UTC: enough to see whether it has been often enough for a while.</summary>
    public IReadOnlyList<int> RecentAsks { get; init; } = [];

    public bool Speaks(string taal)
    {
        for (var index = 0; index < Talen.Count; index++)
        {
            if (string.Equals(Talen[index], taal, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
