namespace GrozUtrecht.VitaalWerken.Domain.Behoeften;

/// <summary>Where a scan stands.</summary>
public enum ScanStatus
{
    Open,
    Gesloten,
}

/// <summary>Why a scan cannot be opened like this.</summary>
internal enum Scanfout
{
    Sluitdatum,
    Groepen,
}

/// <summary>What holds for opening a scan.</summary>
internal static class Scanregels
{
    public const int MostDays = 90;
    public const int MostCodesAtOnce = 500;
    public const int MostCodes = 2000;
    public const int FewestGroups = 2;
    public const int MostGroups = 10;

    /// <summary>
    /// How long a company waits for another scan: what people feel has changed by then, so that two figures do not differ by the one
    /// person who left in between.
    /// </summary>
    public const int DaysBetween = 182;

    public static Scanfout? Judge(DateOnly sluitDatum, IReadOnlyList<string> groepen, DateOnly today)
    {
        if (sluitDatum <= today || sluitDatum > today.AddDays(MostDays))
            return Scanfout.Sluitdatum;
        // Names that look alike are one group to who has to choose.
        var different = groepen.Select(groep => groep.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count();
        return different != groepen.Count || groepen.Count is not (0 or (>= FewestGroups and <= MostGroups)) ? Scanfout.Groepen : null;
    }
}
