using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>A programme with all its versions, what was said of them, and which suppliers have modules in each of them.</summary>
internal sealed record Programmadossier(
    ProgrammaRow Row, IReadOnlyList<VersieRow> Versies, IReadOnlyList<InstemmingRow> Antwoorden, ILookup<int, Guid> Leveranciers)
{
    /// <summary>The life of the programme so far.</summary>
    public Programmastand Stand => new(Row.StatusValue, Row.GeldendeVersie, [.. Versies.Select(StandOf)]);

    private Versiestand StandOf(VersieRow row) => new(
        row.Versie,
        Words.Read<VersieStatus>(row.Status),
        [.. Leveranciers[row.Versie]],
        [
            .. Antwoorden
                .Where(answer => answer.Versie == row.Versie && answer.Besluit == VersieStore.Agreed)
                .Select(answer => answer.LeverancierId is { } id ? Partij.Leverancier(id) : Partij.Bedrijf),
        ]);
}
