using GrozUtrecht.Lifestyle.Domain.Arrangementen;

namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>Why a measurement is refused.</summary>
internal enum MetingRefusal
{
    ArrangementNotRunning,
    ToestemmingMissing,
    TooEarly,
    TooLate,
    Settled,
}

/// <summary>When a measurement may be sent in or corrected; null means that it may.</summary>
internal static class MetingRules
{
    /// <param name="status">Where the arrangement stands.</param>
    /// <param name="hasToestemming">Whether the person wants their answers kept.</param>
    /// <param name="moment">Where the moment stands on this day.</param>
    /// <param name="sentIn">When the measurement was sent in that this one corrects; null when it is the first.</param>
    /// <param name="now">This moment.</param>
    public static MetingRefusal? Submit(
        ArrangementStatus status, bool hasToestemming, MeetmomentStatus moment, DateTimeOffset? sentIn, DateTimeOffset now)
    {
        if (!hasToestemming)
            return MetingRefusal.ToestemmingMissing;
        if (status is not (ArrangementStatus.Lopend or ArrangementStatus.Afgerond))
            return MetingRefusal.ArrangementNotRunning;
        if (sentIn is { } earlier)
            return now <= earlier + Meetplan.CorrectionTime ? null : MetingRefusal.Settled;
        return moment switch
        {
            MeetmomentStatus.Komt => MetingRefusal.TooEarly,
            MeetmomentStatus.Gemist => MetingRefusal.TooLate,
            // Done, but withdrawn and erased since: it is not asked twice.
            MeetmomentStatus.Gedaan => MetingRefusal.Settled,
            _ => null,
        };
    }
}
