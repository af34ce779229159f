using System.Globalization;
using System.Text;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>Whether something in a calendar goes on.</summary>
internal enum Agendastatus
{
    Bevestigd,
    Voorlopig,
    Vervallen,
}

/// <summary>One session as a calendar shows it.</summary>
internal sealed record Agendapunt
{
    /// <summary>The same for ever, so that calendars know it again.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Volgnummer { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public required Agendastatus Status { get; init; }

    public required string Titel { get; init; }

    public required string Omschrijving { get; init; }

    public required string Locatie { get; init; }
}

/// <summary>Writes calendars as RFC 5545 says. The same sessions give the same bytes, so that a hash of them can be an entity tag.</summary>
internal static class ICalendar
{
    private const string Zone = "Europe/Amsterdam";

    /// <summary>How often a calendar may look again.</summary>
    private const string Refresh = "PT1H";

    public static byte[] Write(string naam, IEnumerable<Agendapunt> punten)
    {
        var calendar = new StringBuilder(4_096)
            .Line("BEGIN:VCALENDAR")
            .Line("VERSION:2.0")
            .Line("PRODID:-//GrozUtrecht//Lifestyle//NL")
            .Line("CALSCALE:GREGORIAN")
            .Text("NAME", naam)
            .Text("X-WR-CALNAME", naam)
            .Line($"REFRESH-INTERVAL;VALUE=DURATION:{Refresh}")
            .Line($"X-PUBLISHED-TTL:{Refresh}");
        WriteZone(calendar);
        foreach (var punt in punten)
            Write(calendar, punt);
        return Encoding.UTF8.GetBytes(calendar.Line("END:VCALENDAR").ToString());
    }

    // The rule of the European Union, which holds since 1996: no session is older.
    private static void WriteZone(StringBuilder calendar) => calendar
        .Line("BEGIN:VTIMEZONE").Line($"TZID:{Zone}")
        .Line("BEGIN:DAYLIGHT").Line("DTSTART:19960331T020000").Line("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        .Line("TZOFFSETFROM:+0100").Line("TZOFFSETTO:+0200").Line("TZNAME:CEST").Line("END:DAYLIGHT")
        .Line("BEGIN:STANDARD").Line("DTSTART:19961027T030000").Line("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        .Line("TZOFFSETFROM:+0200").Line("TZOFFSETTO:+0100").Line("TZNAME:CET").Line("END:STANDARD")
        .Line("END:VTIMEZONE");

    private static void Write(StringBuilder calendar, Agendapunt punt) => calendar
        .Line("BEGIN:VEVENT")
        .Line($"UID:{punt.Id}")
        .Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{punt.Volgnummer}"))
        .Line($"DTSTAMP:{Utc(punt.GewijzigdOp)}")
        .Line($"LAST-MODIFIED:{Utc(punt.GewijzigdOp)}")
        .Line($"DTSTART{Moment(punt.BegintOp)}")
        .Line($"DTEND{Moment(punt.EindigtOp)}")
        .Line($"STATUS:{Word(punt.Status)}")
        .Text("SUMMARY", punt.Titel)
        .Text("DESCRIPTION", punt.Omschrijving)
        .Text("LOCATION", punt.Locatie)
        .Line("END:VEVENT");

    // RFC 5545 takes a time that comes twice as the first one, but not every calendar does: in that hour only UTC is understood by all.
    private static string Moment(DateTimeOffset moment)
    {
        var wall = NederlandseTijd.WallClock(moment);
        return NederlandseTijd.Zone.IsAmbiguousTime(wall)
            ? $":{Utc(moment)}"
            : string.Create(CultureInfo.InvariantCulture, $";TZID={Zone}:{wall:yyyyMMdd'T'HHmmss}");
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Word(Agendastatus status) => status switch
    {
        Agendastatus.Vervallen => "CANCELLED",
        Agendastatus.Voorlopig => "TENTATIVE",
        _ => "CONFIRMED",
    };
}
