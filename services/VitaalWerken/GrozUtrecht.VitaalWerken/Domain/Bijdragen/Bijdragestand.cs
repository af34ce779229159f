namespace GrozUtrecht.VitaalWerken.Domain.Bijdragen;

/// <summary>Where a contribution stands, and every step that it can take from there.</summary>
/// <param name="Boeking">Null when nothing is to be booked, or not yet.</param>
/// <param name="GevraagdeVersie">The version with which the last booking was asked; answers name it.</param>
/// <param name="BetwistbaarTotEnMet">The last day on which the receiver may dispute; silence confirms.</param>
internal sealed record Bijdragestand(
    BijdrageStatus Status, bool IsForWijkpot, BijdrageBoekstatus? Boeking = null, long? GevraagdeVersie = null, DateOnly? BetwistbaarTotEnMet = null)
{
    public const int DisputeDays = 30;

    private bool IsBefore => Status is BijdrageStatus.Toegezegd or BijdrageStatus.Gepland;

    private bool IsRefused => Status == BijdrageStatus.Geleverd && Boeking == BijdrageBoekstatus.Geweigerd;

    // What the Tijdbank did not book has not arrived.
    private bool HasArrived => Status == BijdrageStatus.Geleverd && Boeking is null or BijdrageBoekstatus.Geboekt;

    /// <summary>The step of this side on this day; null when it may not take it.</summary>
    /// <param name="handeling">What it wants to do.</param>
    /// <param name="kant">On whose behalf.</param>
    /// <param name="today">The day in the Netherlands.</param>
    /// <param name="version">The version that the contribution gets by it.</param>
    public Bijdragestand? Take(Bijdragehandeling handeling, Bijdragekant kant, DateOnly today, long version) => (handeling, kant) switch
    {
        (Bijdragehandeling.Plannen, Bijdragekant.Gever) when IsBefore => this with { Status = BijdrageStatus.Gepland },
        (Bijdragehandeling.Leveren, Bijdragekant.Gever) when IsBefore => Delivered(today, version),
        (Bijdragehandeling.OpnieuwAanbieden, Bijdragekant.Gever) when IsRefused => Delivered(today, version),
        (Bijdragehandeling.Intrekken, Bijdragekant.Gever) when IsBefore || IsRefused => this with { Status = BijdrageStatus.Ingetrokken },
        (Bijdragehandeling.Bevestigen, Bijdragekant.Ontvanger) when HasArrived => this with { Status = BijdrageStatus.Bevestigd },
        (Bijdragehandeling.Bevestigen, Bijdragekant.Platform) when HasArrived && BetwistbaarTotEnMet < today => this with { Status = BijdrageStatus.Bevestigd },
        (Bijdragehandeling.Betwisten, Bijdragekant.Ontvanger) when Status == BijdrageStatus.Geleverd && today <= BetwistbaarTotEnMet => this with
        {
            Status = BijdrageStatus.Betwist,
            Boeking = IsForWijkpot ? BijdrageBoekstatus.TerugboekingGevraagd : null,
        },
        _ => null,
    };

    /// <summary>The Tijdbank booked it. After a dispute that only says that there is something to take back, which was asked already.</summary>
    public Bijdragestand Booked() => Boeking == BijdrageBoekstatus.Gevraagd ? this with { Boeking = BijdrageBoekstatus.Geboekt } : this;

    /// <summary>The Tijdbank refused the request of this version; an answer to an earlier request comes too late to matter.</summary>
    public Bijdragestand Refused(long version) =>
        Boeking == BijdrageBoekstatus.Gevraagd && version == GevraagdeVersie ? this with { Boeking = BijdrageBoekstatus.Geweigerd } : this;

    /// <summary>Nothing is booked any more.</summary>
    public Bijdragestand TakenBack(bool wasBooked) => Boeking == BijdrageBoekstatus.TerugboekingGevraagd
        ? this with { Boeking = wasBooked ? BijdrageBoekstatus.Teruggeboekt : BijdrageBoekstatus.NietGeboekt }
        : this;

    private Bijdragestand Delivered(DateOnly today, long version) => this with
    {
        Status = BijdrageStatus.Geleverd,
        BetwistbaarTotEnMet = today.AddDays(DisputeDays),
        Boeking = IsForWijkpot ? BijdrageBoekstatus.Gevraagd : null,
        GevraagdeVersie = IsForWijkpot ? version : null,
    };
}
