namespace GrozUtrecht.Lifestyle.Domain.Deelnames;

/// <summary>Why somebody is not checked in.</summary>
internal enum Incheckfout
{
    TooEarly,
    TooLate,
    SessieCancelled,
    AlreadyPresent,
    NoLongerRegistered,
    NoPlace,
    MinutesTooMany,
}

/// <summary>Who can be written down as present, decided without I/O.</summary>
internal static class Inchecken
{
    public const int DaysAfterEnd = 7;
    public const int MaximumMinutes = 720;
    public static readonly TimeSpan OpensBefore = TimeSpan.FromHours(1);

    /// <summary>Whether this is a moment to check in at all; null means that it is.</summary>
    public static Incheckfout? Moment(Sessiestand sessie, DateTimeOffset now)
    {
        if (sessie.IsCancelled)
            return Incheckfout.SessieCancelled;
        if (now < sessie.BegintOp - OpensBefore)
            return Incheckfout.TooEarly;
        return now > sessie.EindigtOp.AddDays(DaysAfterEnd) ? Incheckfout.TooLate : null;
    }

    /// <summary>One person at the door. Who still waits comes in when there is a place.</summary>
    public static Incheckfout? Person(Deelnamestatus status, int freePlaces) => status switch
    {
        Deelnamestatus.Aangemeld or Deelnamestatus.Aangeboden => null,
        Deelnamestatus.Wachtlijst => freePlaces > 0 ? null : Incheckfout.NoPlace,
        Deelnamestatus.Aanwezig => Incheckfout.AlreadyPresent,
        _ => Incheckfout.NoLongerRegistered,
    };

    /// <summary>How long somebody was there: what was said, or the whole session.</summary>
    public static int Minutes(Sessiestand sessie, int? said) =>
        said ?? Math.Clamp((int)(sessie.EindigtOp - sessie.BegintOp).TotalMinutes, 1, MaximumMinutes);
}
