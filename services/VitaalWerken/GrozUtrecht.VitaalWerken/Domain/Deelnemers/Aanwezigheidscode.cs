using System.Security.Cryptography;

namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>The code that is shown at a session, with which somebody who is there says so. Derived, so that nothing of it is kept.</summary>
internal static class Aanwezigheidscode
{
    /// <summary>How many days after the day of the session the code still works: who forgot it in the evening does it in the morning.</summary>
    public const int ExtraDays = 1;

    /// <summary>The code of one session of the programme with this secret.</summary>
    public static string Of(byte[] geheim, Guid sessieSleutel) =>
        Geheimecode.OfDay(HMACSHA256.HashData(geheim, sessieSleutel.ToByteArray()));

    public static bool IsRight(byte[] geheim, Guid sessieSleutel, string typed) =>
        CryptographicOperations.FixedTimeEquals(Geheimecode.Hash(Of(geheim, sessieSleutel)), Geheimecode.Hash(typed));

    /// <summary>On the day of the session and the day after.</summary>
    public static bool IsValidOn(DateOnly today, DateOnly sessiedag) => today >= sessiedag && today <= sessiedag.AddDays(ExtraDays);
}
