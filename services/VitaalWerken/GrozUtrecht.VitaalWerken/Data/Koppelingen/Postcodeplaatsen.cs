using System.Collections.Frozen;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>The postcodes of the region as places: numbers from which the distance to a company is looked up.</summary>
internal static class Postcodeplaatsen
{
    private static readonly FrozenDictionary<string, int> PlaatsByPostcode =
        Postcode4.All.Select((postcode, index) => (postcode.Code, index)).ToFrozenDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);

    private static readonly int[][] Meters = [.. Postcode4.All.Select(to => Postcode4.All.Select(from => from.DistanceMetersTo(to)).ToArray())];

    /// <summary>The place of a stored postcode, which was checked when it came in.</summary>
    public static int Of(string postcode) => PlaatsByPostcode.TryGetValue(postcode, out var plaats)
        ? plaats
        : throw new InvalidOperationException("A stored postcode has left the table of postcodes.");

    /// <summary>From each place to this one, in meters.</summary>
    public static int[] MetersTo(string postcode) => Meters[Of(postcode)];
}
