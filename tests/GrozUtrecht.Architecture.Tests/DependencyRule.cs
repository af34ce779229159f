namespace GrozUtrecht.Architecture.Tests;

/// <summary>Who may refer to whom, as pure functions that name what is wrong.</summary>
internal static class DependencyRule
{
    public static IEnumerable<string> Violations(Project project) => project switch
    {
        { IsContracts: true } => project.Projects.Concat(project.Packages).Select(reference => $"{project.Name} is a contract and refers to {reference}"),
        { IsGateway: true } => Others(project, reference => reference == "GrozUtrecht.ServiceDefaults"),
        { IsService: true } => Others(project, IsOpenToServices),
        { Name: "GrozUtrecht.AppHost" } => [],
        { Name: "GrozUtrecht.Documenten" } => Others(project, reference => reference == "GrozUtrecht.Gebieden")
            .Concat(project.Packages.Select(package => $"{project.Name} is shared and refers to {package}")),
        { Name: "GrozUtrecht.Personen" } => Others(
            project, reference => reference is "GrozUtrecht.ServiceDefaults" or "GrozUtrecht.Gebieden" or "GrozUtrecht.Identity.Contracts"),
        _ => Others(project, _ => false),
    };

    private static bool IsOpenToServices(string reference) =>
        reference is "GrozUtrecht.ServiceDefaults" or "GrozUtrecht.Gebieden" or "GrozUtrecht.Documenten" or "GrozUtrecht.Personen" || reference.EndsWith(".Contracts", StringComparison.Ordinal);

    private static IEnumerable<string> Others(Project project, Func<string, bool> isAllowed) =>
        project.Projects.Where(reference => !isAllowed(reference)).Select(reference => $"{project.Name} refers to {reference}");
}
