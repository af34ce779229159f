using System.Collections.Frozen;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>The postcodes of the region as places: numbers between which every distance is known.</summary>
internal static class Plaatsen
{
    private static readonly FrozenDictionary<string, int> PlaatsByPostcode =
        Postcode4.All.Select((postcode, index) => (postcode.Code, index)).ToFrozenDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);

    public static readonly Reistijd Reistijd = new([.. Postcode4.All.Select(from => Postcode4.All.Select(from.DistanceMetersTo).ToArray())]);

    /// <summary>The place of a stored postcode, which was checked when it came in.</summary>
    public static int Of(string postcode) => PlaatsByPostcode.TryGetValue(postcode, out var plaats)
        ? plaats
        : throw new InvalidOperationException("A stored postcode has left the table of postcodes.");
}
