namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>Where a koppeling stands.</summary>
public enum KoppelingStatus
{
    Voorgesteld,
    Gemaakt,
    Afgewezen,
    Ingetrokken,
    Verlopen,
}

/// <summary>Whose yes or no it is.</summary>
public enum Koppelingzijde
{
    Bedrijf,
    Leverancier,
}

/// <summary>Who said yes, and when.</summary>
internal sealed record Akkoord(DateTimeOffset Op, Guid PartnerId);

/// <summary>The steps of a koppeling: open until both sides said yes, or until one of the other ends.</summary>
internal sealed record Koppelingloop(KoppelingStatus Status, DateTimeOffset VerlooptOp, Akkoord? Bedrijf = null, Akkoord? Leverancier = null)
{
    /// <summary>How long both sides have to answer.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(21);

    /// <summary>Can anything still happen? What is over its term is over, also before the round that writes it down.</summary>
    public bool IsOpen(DateTimeOffset now) => Status == KoppelingStatus.Voorgesteld && now < VerlooptOp;

    public bool HasAgreed(Koppelingzijde zijde) => (zijde == Koppelingzijde.Bedrijf ? Bedrijf : Leverancier) is not null;

    /// <summary>The same with the yes of one side, which makes it when the other had said yes; null when it has ended. A second yes changes nothing.</summary>
    public Koppelingloop? Agree(Koppelingzijde zijde, Akkoord akkoord)
    {
        if (Status == KoppelingStatus.Gemaakt)
            return this;
        if (!IsOpen(akkoord.Op))
            return null;
        // The first yes of a side is the one that counts.
        var next = zijde == Koppelingzijde.Bedrijf ? this with { Bedrijf = Bedrijf ?? akkoord } : this with { Leverancier = Leverancier ?? akkoord };
        return next with { Status = next is { Bedrijf: not null, Leverancier: not null } ? KoppelingStatus.Gemaakt : KoppelingStatus.Voorgesteld };
    }

    /// <summary>The same, ended without being made; null when it is not open.</summary>
    public Koppelingloop? End(KoppelingStatus ended, DateTimeOffset now) =>
        ended is KoppelingStatus.Afgewezen or KoppelingStatus.Ingetrokken && IsOpen(now) ? this with { Status = ended } : null;

    /// <summary>The same, ended because its term is over; null when it is not, or when it had ended.</summary>
    public Koppelingloop? Expire(DateTimeOffset now) =>
        Status == KoppelingStatus.Voorgesteld && now >= VerlooptOp ? this with { Status = KoppelingStatus.Verlopen } : null;
}
