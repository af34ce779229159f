using System.Runtime.InteropServices;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>
/// A piece of a venster that lies within one Dutch day and one offset to UTC, so that a time on the wall and a minute of UTC differ by
/// a constant. It is computed once per beurt, and compared with the agenda of every helper.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Dagdeel(int DayNumber, int WallVan, int WallTot, int UtcVan)
{
    public const int DayMinutes = 24 * 60;

    public DayOfWeek DayOfWeek => (DayOfWeek)((DayNumber + 1) % 7);

    public int UtcTot => UtcVan + WallTot - WallVan;

    public Minuten Utc => new(UtcVan, UtcTot);

    /// <summary>The part of it between two times on the wall, in UTC; empty or turned around when there is none.</summary>
    public Minuten Between(int wallVan, int wallTot) =>
        new(UtcVan + Math.Max(wallVan, WallVan) - WallVan, UtcVan + Math.Min(wallTot, WallTot) - WallVan);

    public static IReadOnlyList<Dagdeel> Split(Venster venster)
    {
        var pieces = new List<Dagdeel>();
        var (minute, end) = (Moment.MinuteOf(venster.Van), Moment.MinuteOf(venster.Tot));
        while (minute < end)
        {
            var wall = NederlandseTijd.WallClock(Moment.Of(minute));
            var offset = OffsetAt(minute);
            var wallMinute = (wall.Hour * 60) + wall.Minute;
            var length = Math.Min(end - minute, DayMinutes - wallMinute);
            length = WithinOffset(minute, length, offset);
            pieces.Add(new(DateOnly.FromDateTime(wall).DayNumber, wallMinute, wallMinute + length, minute));
            minute += length;
        }

        return pieces;
    }

    // Summer time begins and ends on a whole hour of UTC, at most once a day.
    private static int WithinOffset(int minute, int length, int offset)
    {
        if (OffsetAt(minute + length - 1) == offset)
        {
            return length;
        }

        var next = ((minute / 60) + 1) * 60;
        while (OffsetAt(next) == offset)
        {
            next += 60;
        }

        return next - minute;
    }

    private static int OffsetAt(int minute)
    {
        var moment = Moment.Of(minute);
        return (int)(NederlandseTijd.WallClock(moment) - moment.UtcDateTime).TotalMinutes;
    }
}
