using System.Text.RegularExpressions;

namespace GrozUtrecht.Architecture.Tests;

/// <summary>An event's namespace and shape are its wire format: what these rules ask keeps old and new releases able to talk.</summary>
public sealed partial class ContractTests
{
    public static TheoryData<string> Contracts => [.. Source.Files(".cs", "services").Where(file => file.Path.Contains(".Contracts/", StringComparison.Ordinal)).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void An_event_is_a_sealed_record_with_init_properties_that_carries_its_version_and_time(string path) =>
        Assert.Empty(Faults(Source.Files(".cs", "services").Single(file => file.Path == path)));

    [Theory]
    [InlineData("namespace GrozUtrecht.X.Contracts;\npublic record A { public required long Version { get; init; } public required DateTimeOffset OpgetredenOp { get; init; } }")]
    [InlineData("namespace GrozUtrecht.X.Contracts;\npublic sealed record A { public required DateTimeOffset OpgetredenOp { get; init; } }")]
    [InlineData("namespace GrozUtrecht.X;\npublic sealed record A { public required long Version { get; init; } public required DateTimeOffset OpgetredenOp { get; init; } }")]
    [InlineData("namespace GrozUtrecht.X.Contracts;\npublic sealed record A { public long Version { get; set; } public required DateTimeOffset OpgetredenOp { get; init; } }")]
    public void The_rule_catches_an_event_that_cannot_be_relied_on(string text) =>
        Assert.NotEmpty(Faults(("services/X/GrozUtrecht.X.Contracts/A.cs", text)));

    private static IEnumerable<string> Faults((string Path, string Text) file)
    {
        var assembly = file.Path.Split('/')[2];
        if (!file.Text.Contains($"namespace {assembly};", StringComparison.Ordinal))
            yield return "the namespace is not the assembly's name, and is part of the wire format";
        if (!file.Text.Contains("public sealed record ", StringComparison.Ordinal))
            yield return "not a public sealed record";
        if (!VersionProperty().IsMatch(file.Text))
            yield return "no version: order is not guaranteed, so a consumer needs it";
        if (!file.Text.Contains("DateTimeOffset OpgetredenOp { get; init; }", StringComparison.Ordinal))
            yield return "does not say when it happened";
        if (file.Text.Contains("set;", StringComparison.Ordinal))
            yield return "can be changed after it was made";
    }

    [GeneratedRegex(@"long Version \{ get; init; \}", RegexOptions.None, 1000)]
    private static partial Regex VersionProperty();
}
