namespace GrozUtrecht.Support.Domain.Buurten;

/// <summary>Whether somebody is in the buurt now; unknown when that cannot be told.</summary>
internal enum Aanwezigheid
{
    Aanwezig,
    Afwezig,
    Onbekend,
}

/// <summary>What may be concluded from signs of life that expire.</summary>
internal static class Aanwezigheidsregel
{
    /// <summary>
    /// Who gave no sign of life is absent only when it would have been kept: a register that is lost, or that began after the last
    /// sign may have been given, knows nothing of who is not in it.
    /// </summary>
    /// <param name="present">The buurt of the last sign of life that still counts.</param>
    /// <param name="registerSince">Since when signs of life are kept; null when nobody knows.</param>
    public static Aanwezigheid Of(Guid? present, Guid buurtId, DateTimeOffset? registerSince, DateTimeOffset now, TimeSpan validity)
    {
        if (present is { } where)
        {
            return where == buurtId ? Aanwezigheid.Aanwezig : Aanwezigheid.Afwezig;
        }

        return registerSince + validity <= now ? Aanwezigheid.Afwezig : Aanwezigheid.Onbekend;
    }

    /// <summary>A buurt is present with one who is, and absent only when everybody is.</summary>
    public static Aanwezigheid OfAll(IReadOnlyCollection<Aanwezigheid> everybody) =>
        everybody.Contains(Aanwezigheid.Aanwezig) ? Aanwezigheid.Aanwezig
        : everybody.Contains(Aanwezigheid.Onbekend) ? Aanwezigheid.Onbekend
        : Aanwezigheid.Afwezig;
}
