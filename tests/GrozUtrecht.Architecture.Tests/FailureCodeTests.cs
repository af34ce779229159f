using System.Text.RegularExpressions;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Architecture.Tests;

/// <summary>Programs of partners look at the code of a failure, so each must stand in the document that they write them from.</summary>
public sealed partial class FailureCodeTests
{
    [Theory]
    [InlineData("Identity", "identity")]
    [InlineData("Lifestyle", "lifestyle")]
    [InlineData("Support", "support")]
    [InlineData("Tijdbank", "tijdbank")]
    [InlineData("VitaalWerken", "vitaal-werken")]
    public void Every_failure_code_stands_in_the_API_document(string service, string document)
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api", $"{document}.v1.json"));
        // A public feed has a document of its own.
        var codes = Source.Files(".cs", $"services/{service}").Where(file => !file.Path.Contains("/Hsds/", StringComparison.Ordinal)).SelectMany(file => CodesIn(file.Text)).ToList();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.FindAll(code => !documented.Contains(code, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_code_is_found_however_its_failure_is_written() => Assert.Equal(
        ["a.b.c", "a.b.d"],
        CodesIn("""
            public static readonly Failure One = new("a.b.c", 404, "X");
            public static readonly Failure Two = new(
                "a.b.d", 404, "X");
            """));

    private static IEnumerable<string> CodesIn(string text) => Definition().Matches(text).Select(match => match.Groups["code"].Value);

    [GeneratedRegex("""Failure \w+ =\s+new\(\s*"(?<code>[a-z0-9.-]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
