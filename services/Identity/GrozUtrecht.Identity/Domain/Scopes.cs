using System.Collections.Frozen;

namespace GrozUtrecht.Identity.Domain;

/// <summary>The scopes that exist, and what a client gets of those it asks for.</summary>
internal static class Scopes
{
    /// <summary>Registers partners and clients, and rotates keys.</summary>
    public const string Manage = "identity:beheren";

    /// <summary>
    /// What few may do in the Tijdbank: settle disputes (bemiddelen), approve payouts (goedkeuren), keep the cash book (kas), look at
    /// the whole ledger (controleren), and set its rules (beheren).
    /// </summary>
    private static readonly string[] TijdbankRoles =
        ["tijdbank:bemiddelen", "tijdbank:goedkeuren", "tijdbank:kas", "tijdbank:controleren", "tijdbank:beheren"];

    /// <summary>
    /// What few may do in Support: work as a buurtassistent (buurtwerk), see how to reach people (contactgegevens), keep the sociale
    /// kaart, and set weights and run the matching of a region (beheren).
    /// </summary>
    private static readonly string[] SupportRoles =
        ["support:buurtwerk", "support:contactgegevens", "support:sociale-kaart", "support:beheren"];

    /// <summary>
    /// What few may do in Lifestyle: verify aanbieders and organise proeverijen (coordineren), see how to reach guests (contactgegevens),
    /// guide residents in an arrangement (begeleiden), keep a preventiebudget (preventiebudget), see figures of groups (groepscijfers),
    /// and set questionnaires and texts of consent (beheren).
    /// </summary>
    private static readonly string[] LifestyleRoles =
        ["lifestyle:coordineren", "lifestyle:contactgegevens", "lifestyle:begeleiden", "lifestyle:preventiebudget", "lifestyle:groepscijfers", "lifestyle:beheren"];

    /// <summary>What few may do in Vitaal Werken: coordinate the network of an area (coordineren), and appoint who does (beheren).</summary>
    private static readonly string[] VitaalWerkenRoles = ["vitaal-werken:coordineren", "vitaal-werken:beheren"];

    public const int MaximumRequestLength = 1_000;

    public static readonly IReadOnlyList<string> All =
    [
        .. new[] { "lifestyle", "support", "tijdbank", "vitaal-werken", "identity" }
            .SelectMany(service => new[] { $"{service}:lezen", $"{service}:schrijven" }),
        .. TijdbankRoles,
        .. SupportRoles,
        .. LifestyleRoles,
        .. VitaalWerkenRoles,
        Manage,
    ];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Unknown(IEnumerable<string> scopes) => [.. scopes.Where(scope => !Known.Contains(scope))];

    /// <summary>
    /// All of the client's scopes when it asks for none, exactly those it asks for otherwise; null when it asks for one that it
    /// was not given.
    /// </summary>
    public static IReadOnlyList<string>? Grant(string? requested, IReadOnlyList<string> registered)
    {
        if (string.IsNullOrEmpty(requested))
        {
            return registered;
        }

        if (requested.Length > MaximumRequestLength)
        {
            return null;
        }

        var asked = requested.Split(' ').Distinct(StringComparer.Ordinal).ToList();
        return asked.TrueForAll(scope => registered.Contains(scope, StringComparer.Ordinal)) ? asked : null;
    }
}
