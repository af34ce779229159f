namespace GrozUtrecht.AppHost;

/// <summary>Who issues tokens, and who checks them.</summary>
internal static class Tokens
{
    /// <summary>
    /// Makes Identity the issuer, under the gateway's address, for all who check tokens. <c>Authentication:Authority</c> set on the
    /// AppHost names another OpenID provider; then Identity still keeps persons, but its tokens are not asked for.
    /// </summary>
    public static void IssueTokens(
        this Service identity, IResourceBuilder<ProjectResource> gateway, IReadOnlyList<IResourceBuilder<ProjectResource>> checkers)
    {
        var builder = identity.Process.ApplicationBuilder;
        var issuer = ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/identity");
        identity.Process
            .WithEnvironment("Identity__Issuer", issuer)
            .WithEnvironment("Identity__SigningKeyPassphrase", builder.AddGeneratedSecret("identity-signing-key-passphrase"));

        // What is published runs as Production, where Identity refuses to start with a secret that opens the platform to developers.
        if (!builder.ExecutionContext.IsPublishMode)
        {
            identity.Process.WithEnvironment("Identity__DevelopmentClientSecret", builder.AddGeneratedSecret("development-client-secret"));
        }

        // Settings of another provider (audience, claim names) reach the processes as they are given to the AppHost.
        var given = builder.Configuration.GetSection("Authentication").GetChildren().Where(setting => setting.Value is { Length: > 0 }).ToArray();
        var address = identity.Process.GetEndpoint("http");
        foreach (var checker in checkers)
        {
            if (given.Length == 0)
            {
                checker.WithEnvironment("Authentication__Authority", ReferenceExpression.Create($"{address}/identity"));
                checker.WithEnvironment("Authentication__RevocationList", ReferenceExpression.Create($"{address}/identity/v1/intrekkingen"));
            }

            foreach (var setting in given)
            {
                checker.WithEnvironment($"Authentication__{setting.Key}", setting.Value!);
            }
        }
    }
}
