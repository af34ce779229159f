namespace GrozUtrecht.Lifestyle.Domain.OpenData;

/// <summary>One word of the OpenActive activity list.</summary>
/// <param name="Identifier">What an activity holds of it: the part of its address after the prefix.</param>
/// <param name="Notation">The word as a code, such as <c>dog_walking</c>.</param>
/// <param name="PrefLabel">The word as people read it, in English.</param>
/// <param name="AltLabels">Other words for the same.</param>
internal sealed record OpenActiveConcept(string Identifier, string Notation, string PrefLabel, IReadOnlyList<string> AltLabels)
{
    public string Id => $"{OpenActiveList.Scheme}#{Identifier}";

    /// <summary>Does one of its words hold this text?</summary>
    public bool Holds(string text) =>
        PrefLabel.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Notation.Contains(text, StringComparison.OrdinalIgnoreCase)
        || AltLabels.Any(label => label.Contains(text, StringComparison.OrdinalIgnoreCase));
}
