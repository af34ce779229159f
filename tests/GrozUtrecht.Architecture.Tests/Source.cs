using GrozUtrecht.Testing;

namespace GrozUtrecht.Architecture.Tests;

/// <summary>The source files of the repository, without what builds leave behind.</summary>
internal static class Source
{
    private static readonly string[] LeftBehind = ["bin", "obj", "node_modules", ".groz", ".git", "artifacts"];

    /// <summary>Path from the root and text of every file with this ending.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string extension, string under = "") => Directory
        .EnumerateFiles(System.IO.Path.Combine(Repository.Root, under), $"*{extension}", SearchOption.AllDirectories)
        .Select(file => (Path: System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File: file))
        .Where(file => !file.Path.Split('/').Intersect(LeftBehind, StringComparer.Ordinal).Any())
        .Select(file => (file.Path, File.ReadAllText(file.File)));
}
