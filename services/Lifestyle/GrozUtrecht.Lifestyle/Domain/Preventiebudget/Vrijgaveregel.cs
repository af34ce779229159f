namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>What becomes of a reservation that led to no attendance.</summary>
internal sealed record Vrijgaveregel(NietVerschenenRegel BijNietVerschijnen, int AfmeldenTotUren)
{
    /// <summary>
    /// True when the money is spent all the same. Who cancels in time, whose session did not go on and who was forgotten costs nothing;
    /// who cancels too late is as good as not having come.
    /// </summary>
    public bool Spends(Vrijgavereden reden, DateTimeOffset begintOp, DateTimeOffset now) => BijNietVerschijnen == NietVerschenenRegel.Besteden && reden switch
    {
        Vrijgavereden.Afgemeld => now > begintOp.AddHours(-AfmeldenTotUren),
        Vrijgavereden.NietVerschenen => true,
        Vrijgavereden.Vervallen or Vrijgavereden.Gewist => false,
        _ => throw new ArgumentOutOfRangeException(nameof(reden), reden, message: null),
    };
}
