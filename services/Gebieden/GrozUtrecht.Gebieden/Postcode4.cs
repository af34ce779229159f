using System.Diagnostics.CodeAnalysis;

namespace GrozUtrecht.Gebieden;

/// <summary>
/// A four-digit postcode of the region. Instances come from the embedded table only, so holding one is proof that it exists and
/// that people can live or work there.
/// </summary>
public sealed class Postcode4
{
    internal Postcode4(string code, string gemeente, double latitude, double longitude)
    {
        Code = code;
        Gemeente = gemeente;
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Every postcode that is accepted, in order of its code.</summary>
    public static IReadOnlyList<Postcode4> All => Table.Postcodes;

    /// <summary>The four digits.</summary>
    public string Code { get; }

    /// <summary>The municipality.</summary>
    public string Gemeente { get; }

    /// <summary>The area of the programme; null where the programme has none (yet).</summary>
    public Gebied? Gebied { get; internal set; }

    /// <summary>Latitude of the centroid in degrees.</summary>
    public double Latitude { get; }

    /// <summary>Longitude of the centroid in degrees.</summary>
    public double Longitude { get; }

    /// <summary>Finds a postcode; false for one outside the region, a postbus number, or something that is no postcode.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Postcode4? postcode)
    {
        postcode = null;
        return code is not null && Table.PostcodeByCode.TryGetValue(code, out postcode);
    }

    /// <summary>The distance between the two centroids as the crow flies: say "ongeveer" wherever a person reads it.</summary>
    public int DistanceMetersTo(Postcode4 other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (int)Math.Round(Haversine.DistanceMeters(Latitude, Longitude, other.Latitude, other.Longitude));
    }

    /// <inheritdoc />
    public override string ToString() => Code;
}
