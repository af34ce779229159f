namespace GrozUtrecht.VitaalWerken.Domain.Inkopen;

/// <summary>Where an order stands.</summary>
public enum InkoopStatus
{
    Besteld,
    Aanvaard,
    Afgewezen,
    Geannuleerd,
    Geleverd,
    Betwist,
    Goedgekeurd,

    /// <summary>The buyer says that it paid, or asked the Tijdbank to pay.</summary>
    InAfrekening,
    Afgerekend,
}

internal enum Inkoopkant
{
    Koper,
    Leverancier,
}

internal enum Inkoophandeling
{
    Aanvaarden,
    Afwijzen,
    Annuleren,
    Leveren,
    Goedkeuren,
    Betwisten,
    Afrekenen,
    OntvangstBevestigen,
    OntvangstOntkennen,
}

/// <summary>Where an order stands, and every step from there.</summary>
/// <param name="IsInHours">Paid through the Tijdbank; else outside the platform.</param>
/// <param name="GevraagdeVersie">The version with which the Tijdbank was asked last.</param>
internal sealed record Inkoopstand(InkoopStatus Status, bool IsInHours, long? GevraagdeVersie = null)
{
    public const int MaximumMinuten = 600_000;

    public const long MaximumCenten = 100_000_000;

    /// <summary>The step of this side; null when it may not take it.</summary>
    public Inkoopstand? Take(Inkoophandeling handeling, Inkoopkant kant, long version) => Target(handeling, kant) is not { } target
        ? null
        : this with { Status = target, GevraagdeVersie = handeling == Inkoophandeling.Afrekenen && IsInHours ? version : GevraagdeVersie };

    /// <summary>The Tijdbank paid the request of this version.</summary>
    public Inkoopstand Paid(long version) => IsAnswer(version) ? this with { Status = InkoopStatus.Afgerekend } : this;

    /// <summary>The Tijdbank refused the request of this version: the buyer may ask again, from another account.</summary>
    public Inkoopstand Refused(long version) => IsAnswer(version) ? this with { Status = InkoopStatus.Goedgekeurd } : this;

    private bool IsAnswer(long version) => IsInHours && Status == InkoopStatus.InAfrekening && version == GevraagdeVersie;

    private InkoopStatus? Target(Inkoophandeling handeling, Inkoopkant kant) => (handeling, kant, Status) switch
    {
        (Inkoophandeling.Aanvaarden, Inkoopkant.Leverancier, InkoopStatus.Besteld) => InkoopStatus.Aanvaard,
        (Inkoophandeling.Afwijzen, Inkoopkant.Leverancier, InkoopStatus.Besteld) => InkoopStatus.Afgewezen,
        (Inkoophandeling.Annuleren, Inkoopkant.Koper, InkoopStatus.Besteld or InkoopStatus.Aanvaard) => InkoopStatus.Geannuleerd,
        // A buyer that disputes cannot walk away by itself: who delivered gives up, or delivers again.
        (Inkoophandeling.Annuleren, Inkoopkant.Leverancier, InkoopStatus.Aanvaard or InkoopStatus.Betwist) => InkoopStatus.Geannuleerd,
        (Inkoophandeling.Leveren, Inkoopkant.Leverancier, InkoopStatus.Aanvaard or InkoopStatus.Betwist) => InkoopStatus.Geleverd,
        (Inkoophandeling.Goedkeuren, Inkoopkant.Koper, InkoopStatus.Geleverd or InkoopStatus.Betwist) => InkoopStatus.Goedgekeurd,
        (Inkoophandeling.Betwisten, Inkoopkant.Koper, InkoopStatus.Geleverd) => InkoopStatus.Betwist,
        (Inkoophandeling.Afrekenen, Inkoopkant.Koper, InkoopStatus.Goedgekeurd) => InkoopStatus.InAfrekening,
        (Inkoophandeling.OntvangstBevestigen, Inkoopkant.Leverancier, InkoopStatus.InAfrekening) when !IsInHours => InkoopStatus.Afgerekend,
        (Inkoophandeling.OntvangstOntkennen, Inkoopkant.Leverancier, InkoopStatus.InAfrekening) when !IsInHours => InkoopStatus.Goedgekeurd,
        _ => null,
    };
}
