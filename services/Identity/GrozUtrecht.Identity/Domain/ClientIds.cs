using System.Text.RegularExpressions;

namespace GrozUtrecht.Identity.Domain;

/// <summary>Names of clients. Whatever does not look like one is never looked up.</summary>
internal static partial class ClientIds
{
    public const int MaximumLength = 64;

    public static string New(Guid id) => $"client-{id:N}";

    public static bool IsValid(string? clientId) => clientId is not null && Pattern().IsMatch(clientId);

    [GeneratedRegex(@"\A[a-z0-9-]{3,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
