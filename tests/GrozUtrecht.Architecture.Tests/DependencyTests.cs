namespace GrozUtrecht.Architecture.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void The_five_services_the_gateway_and_the_shared_projects_are_all_looked_at() =>
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "GrozUtrecht.AppHost", "GrozUtrecht.ServiceDefaults", "GrozUtrecht.Gateway", "GrozUtrecht.Gebieden", "GrozUtrecht.Documenten", "GrozUtrecht.Personen",
                "GrozUtrecht.Identity", "GrozUtrecht.Lifestyle", "GrozUtrecht.Support", "GrozUtrecht.Tijdbank", "GrozUtrecht.VitaalWerken",
            },
            Project.All.Select(project => project.Name).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Every_project_refers_only_to_what_it_may() => Assert.Empty(Project.All.SelectMany(DependencyRule.Violations));

    [Theory]
    [InlineData("services/Support/GrozUtrecht.Support", "GrozUtrecht.Support", "GrozUtrecht.Tijdbank")]
    [InlineData("services/Support/GrozUtrecht.Support.Contracts", "GrozUtrecht.Support.Contracts", "GrozUtrecht.Gebieden")]
    [InlineData("services/Gebieden/GrozUtrecht.Gebieden", "GrozUtrecht.Gebieden", "GrozUtrecht.ServiceDefaults")]
    [InlineData("services/Documenten/GrozUtrecht.Documenten", "GrozUtrecht.Documenten", "GrozUtrecht.ServiceDefaults")]
    [InlineData("services/Personen/GrozUtrecht.Personen", "GrozUtrecht.Personen", "GrozUtrecht.Support.Contracts")]
    [InlineData("gateway/GrozUtrecht.Gateway", "GrozUtrecht.Gateway", "GrozUtrecht.Support.Contracts")]
    [InlineData("GrozUtrecht.ServiceDefaults", "GrozUtrecht.ServiceDefaults", "GrozUtrecht.Gebieden")]
    public void The_rule_catches_a_reference_that_goes_the_wrong_way(string folder, string name, string reference) =>
        Assert.Single(DependencyRule.Violations(new Project(folder, name, [reference], [])));

    [Fact]
    public void The_rule_catches_a_shared_project_with_a_package() =>
        Assert.Single(DependencyRule.Violations(new Project("services/Documenten/GrozUtrecht.Documenten", "GrozUtrecht.Documenten", [], ["PDFsharp"])));

    [Fact]
    public void The_rule_catches_a_contract_with_a_package() =>
        Assert.Single(DependencyRule.Violations(new Project("services/X/GrozUtrecht.X.Contracts", "GrozUtrecht.X.Contracts", [], ["Dapper"])));
}
