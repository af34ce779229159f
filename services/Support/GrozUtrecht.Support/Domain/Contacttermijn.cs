namespace GrozUtrecht.Support.Domain;

/// <summary>How long two people who agreed on an appointment may see how to reach each other.</summary>
internal static class Contacttermijn
{
    /// <summary>From the moment that both said yes until some days after the end; never of an appointment that does not take place.</summary>
    public static bool MaySee(AfspraakStatus status, DateTimeOffset eindigtOp, DateTimeOffset now, TimeSpan after) =>
        status is not AfspraakStatus.NietDoorgegaan && now < eindigtOp + after;
}
