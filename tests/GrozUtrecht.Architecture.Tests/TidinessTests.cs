using GrozUtrecht.Testing;

namespace GrozUtrecht.Architecture.Tests;

public sealed class TidinessTests
{
    private const int MaximumLines = 300;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        var tooLong = Source.Files(".cs")
            .Select(file => (file.Path, Lines: file.Text.Count(character => character == '\n')))
            .Where(file => file.Lines > MaximumLines);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "GrozUtrecht.sln"));
        var forgotten = Source.Files(".csproj").Where(project => !solution.Contains(Path.GetFileName(project.Path), StringComparison.Ordinal));
        Assert.Empty(forgotten.Select(project => project.Path));
    }

    [Fact]
    public void No_test_is_skipped() => Assert.Empty(Source.Files(".cs", "tests").Where(file => file.Text.Contains("(Skip" + " =", StringComparison.Ordinal)).Select(file => file.Path));
}
