namespace GrozUtrecht.Testing;

/// <summary>The checkout that the tests were built from, for tests about its files.</summary>
public static class Repository
{
    /// <summary>The folder of <c>GrozUtrecht.sln</c>.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "GrozUtrecht.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout: GrozUtrecht.sln is in no folder above them.");
    }
}
