using System.Xml.Linq;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Architecture.Tests;

/// <summary>A project file, and what it refers to.</summary>
internal sealed record Project(string Folder, string Name, string[] Projects, string[] Packages)
{
    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);

    public bool IsGateway => Name == "GrozUtrecht.Gateway";

    public bool IsService => Folder.StartsWith("services/", StringComparison.Ordinal) && !IsContracts && !IsShared;

    private bool IsShared => Name is "GrozUtrecht.Gebieden" or "GrozUtrecht.Documenten" or "GrozUtrecht.Personen";

    /// <summary>Every project of the platform itself: not the tests, the measurements or the stand-ins.</summary>
    public static IReadOnlyList<Project> All { get; } = [.. Directory
        .EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
        .Select(file => Read(Path.GetRelativePath(Repository.Root, file), XDocument.Load(file)))
        .Where(project => !IsTool(project.Folder))];

    public static Project Read(string path, XDocument file) => new(
        Path.GetDirectoryName(path)!.Replace('\\', '/'),
        Path.GetFileNameWithoutExtension(path),
        [.. Includes(file, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')))],
        [.. Includes(file, "PackageReference")]);

    private static IEnumerable<string> Includes(XDocument file, string element) =>
        file.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();

    private static bool IsTool(string folder) => folder.Split('/')[0] is "tests" or "bench" or "build" or ".groz";
}
