using System.Runtime.InteropServices;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.VitaalWerken.Domain.Inspiratie;

/// <summary>Why a plan of a meeting cannot be.</summary>
internal enum Planfout
{
    EindVoorBegin,
    DuurNietToegestaan,
    NietInDeToekomst,
    OnderdeelBuitenTijd,
}

/// <summary>From a moment until another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tijdspan(DateTimeOffset BegintOp, DateTimeOffset EindigtOp);

/// <summary>What holds for the time of a meeting and of its programme.</summary>
internal static class Bijeenkomstplan
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(730);

    /// <summary>How long after a meeting something should have been agreed.</summary>
    public static readonly TimeSpan FollowUpTerm = TimeSpan.FromDays(14);

    /// <summary>The first fault, or null.</summary>
    public static Planfout? Judge(Tijdspan bijeenkomst, IReadOnlyList<Tijdspan> onderdelen, DateTimeOffset now)
    {
        if (bijeenkomst.EindigtOp <= bijeenkomst.BegintOp || onderdelen.Any(onderdeel => onderdeel.EindigtOp <= onderdeel.BegintOp))
            return Planfout.EindVoorBegin;
        var length = bijeenkomst.EindigtOp - bijeenkomst.BegintOp;
        if (length < Shortest || length > Longest || NederlandseTijd.DayOf(bijeenkomst.BegintOp) != NederlandseTijd.DayOf(bijeenkomst.EindigtOp))
            return Planfout.DuurNietToegestaan;
        if (bijeenkomst.BegintOp <= now || bijeenkomst.BegintOp > now + FurthestAhead)
            return Planfout.NietInDeToekomst;
        return onderdelen.Any(onderdeel => onderdeel.BegintOp < bijeenkomst.BegintOp || onderdeel.EindigtOp > bijeenkomst.EindigtOp)
            ? Planfout.OnderdeelBuitenTijd
            : null;
    }

    /// <summary>Is something to be agreed since too long?</summary>
    public static bool IsOverdue(InspiratieStatus status, DateTimeOffset eindigtOp, DateTimeOffset now) =>
        status is InspiratieStatus.Gepland or InspiratieStatus.Gehouden && eindigtOp + FollowUpTerm < now;
}
