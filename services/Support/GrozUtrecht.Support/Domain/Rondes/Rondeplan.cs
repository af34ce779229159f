using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Domain.Rondes;

/// <summary>An open hulpvraag of the area, and how many helpers each of its weighed beurten still needs.</summary>
internal sealed record Rondevraag(Vraagbeeld Beeld, IReadOnlyList<int> VrijePlekken);

/// <summary>A helper whom the run chose for a hulpvraag: with which points, and when each beurt would begin in minutes of UTC.</summary>
internal sealed record Koppeling(Guid HulpvraagId, Guid HelperId, int Score, IReadOnlyList<Reden> Redenen, IReadOnlyDictionary<Guid, int> Starts);

/// <summary>What came of one hulpvraag.</summary>
internal enum Rondeuitkomst
{
    Gekoppeld,
    DeelsGekoppeld,
    KandidatenElders,
    GeenKandidaat,
}

/// <summary>A candidate whom the run weighed for a hulpvraag.</summary>
internal sealed record Gewogen(Guid HelperId, int Score);

/// <summary>Of one hulpvraag: what came of it, who were weighed, and, when nobody could be, how many helpers each obstacle kept away.</summary>
internal sealed record Vraaguitkomst(
    Guid HulpvraagId, Urgentie Urgentie, Rondeuitkomst Uitkomst, IReadOnlyList<Gewogen> Kandidaten, IReadOnlyDictionary<Obstakel, int> Obstakels);

/// <summary>The whole run, each list in order of hulpvraag and helper.</summary>
/// <param name="PointsBound">With as many places filled as are filled now, no more points than this can be had; the same when proven, and null when a place might still be filled.</param>
internal sealed record Rondeplan(
    IReadOnlyList<Koppeling> Koppelingen, IReadOnlyList<Vraaguitkomst> Vragen, int PlekCount, int MogelijkheidCount, long Points, long? PointsBound, bool IsOptimal);
