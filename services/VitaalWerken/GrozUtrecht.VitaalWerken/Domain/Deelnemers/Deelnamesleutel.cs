namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>
/// The key of somebody who takes part. Their own program makes it, so that an answer that got lost strands nobody: the same enrolment again,
/// with the same key, is the same enrolment, and nothing needs to remember which code it came from.
/// </summary>
internal static class Deelnamesleutel
{
    /// <summary>140 bits in Crockford's alphabet, as <see cref="Geheimecode.CreateKey"/> makes them.</summary>
    public const int Signs = 28;

    /// <summary>A random key has fewer different signs less than once in a hundred million times; one that was typed by hand has.</summary>
    public const int DifferentSigns = 10;

    /// <summary>Long enough, and not the same few signs over and over.</summary>
    public static bool IsStrong(string typed)
    {
        var clean = Geheimecode.Clean(typed);
        return clean.Length == Signs && clean.All(Geheimecode.IsSign) && clean.Distinct().Count() >= DifferentSigns;
    }
}
