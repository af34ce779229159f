using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>The postcodes of a search with their distance. The region has some sixty, so choosing them here keeps distances out of the query.</summary>
internal sealed record Nabijheid(string[] Postcodes, int[] Meters)
{
    private const int MetersPerKilometer = 1_000;

    /// <summary>Postcodes whose centre is within the radius; those of one area only, when an area is given.</summary>
    public static Nabijheid Around(Postcode4 centre, int radiusKilometers, Gebied? gebied)
    {
        var near = Postcode4.All
            .Where(postcode => gebied is null || postcode.Gebied == gebied)
            .Select(postcode => (postcode.Code, Meters: centre.DistanceMetersTo(postcode)))
            .Where(place => place.Meters <= radiusKilometers * MetersPerKilometer)
            .ToList();
        return new([.. near.Select(place => place.Code)], [.. near.Select(place => place.Meters)]);
    }

    /// <summary>Kilometres with one decimal: between centres of postcodes more would be a pretence.</summary>
    public static double Kilometers(int meters) => Math.Round(meters / (double)MetersPerKilometer, 1);
}
