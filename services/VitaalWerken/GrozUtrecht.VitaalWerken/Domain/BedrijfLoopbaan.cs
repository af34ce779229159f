namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>The stages of a company in a network, with the moment it entered each one.</summary>
internal sealed record BedrijfLoopbaan(
    BedrijfStatus Status, DateTimeOffset BelangstellendOp, DateTimeOffset? LidOp = null, DateTimeOffset? VertrokkenOp = null)
{
    /// <summary>May a company go from one stage to the other? Who left stays in the books; coming back is a new registration.</summary>
    public static bool Allows(BedrijfStatus from, BedrijfStatus to) => (from, to) switch
    {
        (BedrijfStatus.Belangstellend, BedrijfStatus.Lid) => true,
        (BedrijfStatus.Belangstellend, BedrijfStatus.Vertrokken) => true,
        (BedrijfStatus.Lid, BedrijfStatus.Vertrokken) => true,
        _ => false,
    };

    /// <summary>The next stage, or null when the step is not allowed.</summary>
    public BedrijfLoopbaan? To(BedrijfStatus next, DateTimeOffset now)
    {
        if (!Allows(Status, next))
            return null;
        return next == BedrijfStatus.Lid
            ? this with { Status = next, LidOp = now }
            : this with { Status = next, VertrokkenOp = now };
    }
}
