namespace GrozUtrecht.Gebieden;

/// <summary>Great-circle distance on a sphere; over the size of this region it errs by less than half a percent.</summary>
internal static class Haversine
{
    private const double MeanEarthRadiusMeters = 6_371_008.8;

    public static double DistanceMeters(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var halfLatitude = double.DegreesToRadians(latitude2 - latitude1) / 2;
        var halfLongitude = double.DegreesToRadians(longitude2 - longitude1) / 2;
        var chord = Square(Math.Sin(halfLatitude))
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * Square(Math.Sin(halfLongitude)));
        return 2 * MeanEarthRadiusMeters * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }

    private static double Square(double value) => value * value;
}
