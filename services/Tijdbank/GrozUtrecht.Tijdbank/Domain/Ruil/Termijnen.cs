namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>How long an order may stand where it stands, and what ends by itself when.</summary>
internal static class Termijnen
{
    public static readonly TimeSpan Answer = TimeSpan.FromDays(14);
    public static readonly TimeSpan Delivery = TimeSpan.FromDays(60);
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(7);
    public static readonly TimeSpan Confirmation = TimeSpan.FromDays(14);
    public static readonly TimeSpan Mediation = TimeSpan.FromDays(30);

    /// <summary>
    /// How long the minutes are held: every stretch of the longest course, and two days so that the order ends before its hold does.
    /// </summary>
    public static readonly TimeSpan Hold = Answer + Delivery + Confirmation + Mediation + TimeSpan.FromDays(2);

    /// <summary>When an order that came to stand here ends by itself; null when it has ended.</summary>
    public static DateTimeOffset? EndsOn(BestellingStatus status, DateTimeOffset since) => status switch
    {
        BestellingStatus.Voorgesteld or BestellingStatus.Aangevraagd => since + Answer,
        BestellingStatus.Aanvaard => since + Delivery,
        BestellingStatus.Geleverd => since + Confirmation,
        BestellingStatus.Betwist => since + Mediation,
        _ => null,
    };

    /// <summary>When who received is asked once more to confirm.</summary>
    public static DateTimeOffset? RemindsOn(BestellingStatus status, DateTimeOffset since) =>
        status is BestellingStatus.Geleverd ? since + Reminder : null;
}
