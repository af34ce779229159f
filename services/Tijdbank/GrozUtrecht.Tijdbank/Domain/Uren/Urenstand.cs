namespace GrozUtrecht.Tijdbank.Domain.Uren;

/// <summary>Where a registration of hours stands.</summary>
public enum Urenstatus
{
    Gemeld,
    Gecorrigeerd,
    Betwist,
    Bevestigd,
    Afgewezen,
    Verlopen,
    Ingetrokken,
    Teruggeboekt,
}

/// <summary>The two sides of an hour: who worked, and for whom.</summary>
public enum Kant
{
    Werker,
    Ontvanger,
}

/// <summary>What can happen to a registration.</summary>
public enum Urenstap
{
    Melden,
    Bevestigen,
    Corrigeren,
    Aanvaarden,
    Betwisten,
    Toekennen,
    Afwijzen,
    Intrekken,
    Verlopen,
    Terugboeken,
}

/// <summary>Why a step is refused.</summary>
internal enum Stapfout
{
    NotPossibleNow,
    NotYourSide,
    SameClient,
    MediatorTakesPart,
    MinutesOutOfRange,
    MinutesTheSame,
    AlreadyPaidOut,
    AlreadyCertified,
}

/// <summary>Who takes a step. A partner can act for both sides; the platform itself acts for none.</summary>
internal sealed record Stapzetter(string? ClientId, bool IsWerker, bool IsOntvanger, bool IsBemiddelaar = false)
{
    public static readonly Stapzetter Platform = new(null, IsWerker: false, IsOntvanger: false);

    public bool ActsFor(Kant kant) => kant == Kant.Werker ? IsWerker : IsOntvanger;
}

/// <summary>The answer to a step: where the registration stands after it, or why it stays where it was.</summary>
internal readonly record struct Stapuitkomst(Urenstand? Next, Stapfout? Fault)
{
    public static implicit operator Stapuitkomst(Urenstand next) => new(next, null);

    public static implicit operator Stapuitkomst(Stapfout fault) => new(null, fault);
}

/// <summary>
/// A registration of hours as far as the rules look at it. One side reports, the other vouches, and neither alone makes an hour:
/// who agrees is never the client that named the minutes.
/// </summary>
/// <param name="Minuten">The minutes that are on the table now.</param>
/// <param name="GenoemdDoorClientId">The client that named those minutes.</param>
internal sealed record Urenstand(
    Urenstatus Status, Kant GemeldDoor, int Minuten, string? GenoemdDoorClientId, bool IsUitbetaald = false, bool IsVerklaard = false)
{
    public const int MinimumMinutes = 1;

    /// <summary>Nobody works longer than a day on one day.</summary>
    public const int MaximumMinutes = 24 * 60;

    /// <summary>The side that vouches for the hours, and that may take them back.</summary>
    public Kant Wederpartij => GemeldDoor == Kant.Werker ? Kant.Ontvanger : Kant.Werker;

    /// <summary>Open: it counts for the day, and somebody has yet to say something.</summary>
    public bool IsOpen => Status is Urenstatus.Gemeld or Urenstatus.Gecorrigeerd or Urenstatus.Betwist;

    /// <param name="minutes">The minutes that a correction or a ruling names.</param>
    public Stapuitkomst Take(Urenstap stap, Stapzetter by, int minutes = 0) => stap switch
    {
        Urenstap.Bevestigen when Status is Urenstatus.Gemeld => Answer(Wederpartij, by, this with { Status = Urenstatus.Bevestigd }),
        Urenstap.Corrigeren when Status is Urenstatus.Gemeld => Correct(by, minutes),
        Urenstap.Aanvaarden when Status is Urenstatus.Gecorrigeerd => Answer(GemeldDoor, by, this with { Status = Urenstatus.Bevestigd }),
        Urenstap.Betwisten when Status is Urenstatus.Gemeld => Answer(Wederpartij, by, this with { Status = Urenstatus.Betwist }),
        Urenstap.Betwisten when Status is Urenstatus.Gecorrigeerd => Answer(GemeldDoor, by, this with { Status = Urenstatus.Betwist }),
        Urenstap.Toekennen when Status is Urenstatus.Betwist => Rule(by, minutes),
        Urenstap.Afwijzen when Status is Urenstatus.Betwist => Dismiss(by),
        Urenstap.Intrekken when IsOpen => by.ActsFor(GemeldDoor) ? this with { Status = Urenstatus.Ingetrokken } : Stapfout.NotYourSide,
        Urenstap.Verlopen when Status is Urenstatus.Gemeld or Urenstatus.Gecorrigeerd => this with { Status = Urenstatus.Verlopen },
        Urenstap.Terugboeken when Status is Urenstatus.Bevestigd => TakeBack(by),
        _ => Stapfout.NotPossibleNow,
    };

    private Stapuitkomst Answer(Kant turn, Stapzetter by, Urenstand next)
    {
        if (!by.ActsFor(turn))
            return Stapfout.NotYourSide;
        return by.ClientId == GenoemdDoorClientId ? Stapfout.SameClient : next;
    }

    private Stapuitkomst Correct(Stapzetter by, int minutes)
    {
        if (minutes is < MinimumMinutes or > MaximumMinutes)
            return Stapfout.MinutesOutOfRange;
        return minutes == Minuten
            ? Stapfout.MinutesTheSame
            : Answer(Wederpartij, by, this with { Status = Urenstatus.Gecorrigeerd, Minuten = minutes, GenoemdDoorClientId = by.ClientId });
    }

    private Stapuitkomst Rule(Stapzetter by, int minutes)
    {
        if (minutes is < MinimumMinutes or > MaximumMinutes)
            return Stapfout.MinutesOutOfRange;
        return Mediate(by, this with { Status = Urenstatus.Bevestigd, Minuten = minutes, GenoemdDoorClientId = by.ClientId });
    }

    private Stapuitkomst Dismiss(Stapzetter by) => Mediate(by, this with { Status = Urenstatus.Afgewezen });

    // Who stands on one of the sides cannot decide between them.
    private static Stapuitkomst Mediate(Stapzetter by, Urenstand next)
    {
        if (!by.IsBemiddelaar)
            return Stapfout.NotYourSide;
        return by.IsWerker || by.IsOntvanger ? Stapfout.MediatorTakesPart : next;
    }

    private Stapuitkomst TakeBack(Stapzetter by)
    {
        if (!by.ActsFor(Wederpartij))
            return Stapfout.NotYourSide;
        if (IsUitbetaald)
            return Stapfout.AlreadyPaidOut;
        return IsVerklaard ? Stapfout.AlreadyCertified : this with { Status = Urenstatus.Teruggeboekt };
    }
}
