using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>From a moment until just before another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Venster(DateTimeOffset Van, DateTimeOffset Tot);

/// <summary>The same in whole minutes of UTC since 1970, which is how matching compares millions of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Minuten(int Van, int Tot)
{
    public int Length => Tot - Van;

    public static Minuten Of(Venster venster) => new(Moment.MinuteOf(venster.Van), Moment.MinuteOf(venster.Tot));

    public bool Overlaps(Minuten other) => Van < other.Tot && other.Van < Tot;
}

/// <summary>Moments as minutes and back.</summary>
internal static class Moment
{
    public static int MinuteOf(DateTimeOffset moment) => checked((int)Math.Floor(moment.ToUnixTimeSeconds() / 60.0));

    /// <summary>The same moment in UTC without its seconds: help is planned in whole minutes.</summary>
    public static DateTimeOffset Whole(DateTimeOffset moment) => Of(MinuteOf(moment));

    public static DateTimeOffset Of(int minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60L);
}
