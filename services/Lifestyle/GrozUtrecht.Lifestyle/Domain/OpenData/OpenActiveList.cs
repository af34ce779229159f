using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GrozUtrecht.Lifestyle.Domain.OpenData;

/// <summary>The embedded OpenActive activity list, read once. Its source and licence are in <c>NOTICE.md</c> beside it.</summary>
internal static class OpenActiveList
{
    public const string Scheme = "https://openactive.io/activity-list";

    /// <summary>How long an identifier can be; longer text is none.</summary>
    public const int MaximumLength = 36;

    /// <summary>Every concept, in order of its label.</summary>
    public static readonly IReadOnlyList<OpenActiveConcept> All = Read();

    private static readonly FrozenDictionary<string, OpenActiveConcept> ByIdentifier =
        All.ToFrozenDictionary(concept => concept.Identifier, StringComparer.Ordinal);

    /// <summary>Finds a concept by its identifier, such as <c>95092977-5a20-4d6e-b312-8fddabe71544</c> for walking.</summary>
    public static bool TryFind(string? identifier, [NotNullWhen(true)] out OpenActiveConcept? concept)
    {
        concept = null;
        return identifier is not null && ByIdentifier.TryGetValue(identifier, out concept);
    }

    private static List<OpenActiveConcept> Read()
    {
        using var reader = new StreamReader(typeof(OpenActiveList).Assembly.GetManifestResourceStream("openactive-activity-list.tsv")!);
        List<OpenActiveConcept> concepts = [];
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            concepts.Add(new(cells[0], cells[1], cells[2], cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries)));
        }

        concepts.Sort((one, other) => StringComparer.OrdinalIgnoreCase.Compare(one.PrefLabel, other.PrefLabel));
        return concepts;
    }
}
