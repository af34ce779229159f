namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>Days as people in the Netherlands count them: with summer time, and whatever clock the server has.</summary>
internal static class NederlandseDag
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day that it is at this moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
