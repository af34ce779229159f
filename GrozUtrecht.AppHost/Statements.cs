namespace GrozUtrecht.AppHost;

/// <summary>Who signs statements.</summary>
internal static class Statements
{
    /// <summary>
    /// Tells the Tijdbank under which address the world knows it: that address stands in every statement that it signs. The keys are
    /// sealed with the same secret as payees are.
    /// </summary>
    public static void SignStatements(this Service tijdbank, IResourceBuilder<ProjectResource> gateway) =>
        tijdbank.Process.WithEnvironment("Tijdbank__Ondertekening__Adres", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/tijdbank"));
}
