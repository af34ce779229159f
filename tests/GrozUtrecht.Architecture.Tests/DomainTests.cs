using System.Text.RegularExpressions;

namespace GrozUtrecht.Architecture.Tests;

public sealed partial class DomainTests
{
    [Fact]
    public void Domain_code_uses_the_base_class_library_and_the_shared_kernel_only() =>
        Assert.Empty(Source.Files(".cs", "services").Where(file => file.Path.Contains("/Domain/", StringComparison.Ordinal)).SelectMany(ForeignUsings));

    [Fact]
    public void The_rule_catches_a_domain_that_queries() =>
        Assert.Single(ForeignUsings(("services/X/GrozUtrecht.X/Domain/Rule.cs", "using System.Text;\nusing Dapper;\nnamespace GrozUtrecht.X.Domain;")));

    [Fact]
    public void ServiceDefaults_contains_no_word_of_the_domain() =>
        Assert.Empty(Source.Files(".cs", "GrozUtrecht.ServiceDefaults").SelectMany(DomainWords));

    [Fact]
    public void The_rule_catches_a_word_of_the_domain() => Assert.Single(DomainWords(("GrozUtrecht.ServiceDefaults/X.cs", "class HulpvraagFilter;")));

    private static IEnumerable<string> ForeignUsings((string Path, string Text) file)
    {
        var own = file.Path.Split('/')[2];
        return Usings().Matches(file.Text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => name.Split('.')[0] != "System" && name != "GrozUtrecht.Gebieden" && !name.StartsWith($"{own}.Domain", StringComparison.Ordinal))
            .Select(name => $"{file.Path} uses {name}");
    }

    private static IEnumerable<string> DomainWords((string Path, string Text) file) =>
        Words().Matches(file.Text).Select(match => $"{file.Path} says {match.Value}").Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usings();

    [GeneratedRegex("hulpvraag|hulpvrager|rekening|overboeking|activiteit|proeverij|bedrijf|persoon|buurt|vitaliteit|leefstijl", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
