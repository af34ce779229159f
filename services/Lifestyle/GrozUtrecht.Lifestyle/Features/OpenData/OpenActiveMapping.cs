using System.Globalization;
using System.Xml;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.OpenData;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.OpenData;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>Activities and sessions as OpenActive objects; docs/adr/0029 has the table.</summary>
internal static class OpenActiveMapping
{
    /// <summary>Raise this when what is rendered changes shape, so that everything is rendered again.</summary>
    public const int Vorm = 1;

    private const string Resident = "actieve-bewoner";
    private const decimal CentsPerEuro = 100;

    // About a metre: more digits would pretend to know more than the middle of a postcode.
    private const int GeoDigits = 5;

    private static readonly string[] Days =
        ["", .. new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }.Select(day => $"https://schema.org/{day}")];

    /// <summary>The series; null when the list has no such concept (any more).</summary>
    public static string? Series(SeriesRow row, IEnumerable<WeekpatroonRow> patterns, string adres)
    {
        if (!OpenActiveList.TryFind(row.OpenactiveConcept, out var concept))
            return null;

        var id = SeriesId(adres, row.Id);
        var schedule = patterns
            .GroupBy(pattern => (pattern.Van, pattern.Tot))
            .Select(group => new PartialSchedule([.. group.Select(pattern => Days[pattern.Dag])], group.Key.Van, group.Key.Tot))
            .DefaultIfEmpty(new PartialSchedule(null, null, null));
        return OpenActiveJson.Of(new SessionSeries(
            id,
            PageOf(adres, row.AanbiederId, row.Id),
            Plain(row.Naam),
            Plain(row.Omschrijving),
            [new Concept(concept.Id, concept.PrefLabel, OpenActiveList.Scheme)],
            [.. row.Dimensies.Concat(row.Drempels).Select(word => word.Replace('-', ' '))],
            OrganizerOf(row, adres),
            PlaceOf(row.Locatienaam, row.Postcode),
            [new Offer($"{id}#offer", "Deelname", row.PrijsCenten / CentsPerEuro)],
            row.PrijsCenten == 0 ? true : null,
            row.Drempels.Contains(Words.Of(Drempel.AlleenVrouwen)) ? "https://openactive.io/FemaleOnly" : "https://openactive.io/NoRestriction",
            AccessibilityOf(row.Drempels),
            row.Capaciteit,
            [.. schedule]));
    }

    public static string? Session(ScheduledRow row, string adres) => !OpenActiveList.TryFind(row.OpenactiveConcept, out _) ? null
        : OpenActiveJson.Of(new ScheduledSession(
            $"{adres}/openactive/scheduled-sessions/{row.Id}",
            SeriesId(adres, row.ActiviteitId),
            PageOf(adres, row.AanbiederId, row.ActiviteitId),
            OnTheWall(row.BegintOp),
            OnTheWall(row.EindigtOp),
            XmlConvert.ToString(row.EindigtOp - row.BegintOp),
            row.SessieStatus == "vervallen" ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
            row.Capaciteit,
            Math.Max(0, row.Capaciteit - row.Bezet),
            row.Elders ? PlaceOf(row.Locatienaam, row.Postcode) : null));

    private static string SeriesId(string adres, Guid activiteitId) => $"{adres}/openactive/session-series/{activiteitId}";

    private static string PageOf(string adres, Guid aanbiederId, Guid activiteitId) => $"{adres}/aanbieders/{aanbiederId}#activiteit-{activiteitId}";

    private static Organizer OrganizerOf(SeriesRow row, string adres) => row.AanbiederSoort == Resident
        ? new("Person", $"{adres}/aanbieders/{row.AanbiederId}", Plain(row.AanbiederNaam), null, null)
        : new("Organization", $"{adres}/aanbieders/{row.AanbiederId}", Plain(row.AanbiederNaam), $"{adres}/aanbieders/{row.AanbiederId}",
            row.Website is { } website ? [website] : null);

    private static Place PlaceOf(string naam, string code)
    {
        var known = Postcode4.TryFind(code, out var postcode);
        return new(
            Plain(naam),
            $"In postcodegebied {code}. De coördinaten zijn het midden van dat gebied, ongeveer, en niet de deur.",
            known ? $"{code} {postcode!.Gemeente}" : code,
            known ? new(Math.Round(postcode!.Latitude, GeoDigits), Math.Round(postcode.Longitude, GeoDigits)) : null);
    }

    private static string? AccessibilityOf(string[] drempels)
    {
        string[] facts =
        [
            .. drempels.Contains(Words.Of(Drempel.Rolstoeltoegankelijk)) ? ["Toegankelijk met een rolstoel."] : Array.Empty<string>(),
            .. drempels.Contains(Words.Of(Drempel.Prikkelarm)) ? ["Met weinig prikkels."] : Array.Empty<string>(),
        ];
        return facts.Length == 0 ? null : string.Join(' ', facts);
    }

    // OpenActive takes text without markup, and takes whatever stands between angle brackets for markup.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');

    private static string OnTheWall(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, NederlandseTijd.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
