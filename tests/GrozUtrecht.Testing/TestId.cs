namespace GrozUtrecht.Testing;

/// <summary>Names that no other test uses.</summary>
public static class TestId
{
    /// <summary>A new id, in the shape that the platform's own ids have.</summary>
    public static Guid Guid() => System.Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>Twelve lower-case characters; the last ones of a UUIDv7 are random.</summary>
    public static string New() => Guid().ToString("n")[^12..];
}
