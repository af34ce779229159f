using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features;

/// <summary>Where somebody looks: in an area, around a postcode, or both.</summary>
internal static class Zoekplek
{
    public const int DefaultRadiusKilometers = 3;
    private const int MetersPerKilometer = 1_000;

    /// <summary>Why this place is refused, or null with the postcode to look around, if there is one.</summary>
    public static Failure? Refuse(string? gebied, string? postcode, int? radiusKilometers, out Postcode4? centre)
    {
        centre = null;
        if (gebied is not null && !Gebied.TryFind(gebied, out _))
            return ActiviteitFailures.GebiedUnknown;
        if (postcode is null)
            return radiusKilometers is null ? null : ActiviteitFailures.PostcodeMissing;
        return Postcode4.TryFind(postcode, out centre) ? null : ActiviteitFailures.PostcodeUnknown;
    }

    /// <summary>
    /// The postcodes that lie there; null when nothing was asked. The region has some sixty: choosing them here keeps areas and distances
    /// out of the query.
    /// </summary>
    public static string[]? Postcodes(string? gebied, Postcode4? centre, int? radiusKilometers)
    {
        if (gebied is null && centre is null)
            return null;
        var radiusMeters = (radiusKilometers ?? DefaultRadiusKilometers) * MetersPerKilometer;
        return
        [
            .. Postcode4.All
                .Where(other => gebied is null || other.Gebied?.Code == gebied)
                .Where(other => centre is null || centre.DistanceMetersTo(other) <= radiusMeters)
                .Select(other => other.Code),
        ];
    }

    /// <summary>How far a postcode lies from where somebody looks, approximately; null when they look around none.</summary>
    public static int? DistanceMeters(Postcode4? centre, string postcode) =>
        centre is not null && Postcode4.TryFind(postcode, out var place) ? centre.DistanceMetersTo(place) : null;
}
