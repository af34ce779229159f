namespace GrozUtrecht.AppHost;

internal static class Secrets
{
    private const int MinimumLength = 24;

    /// <summary>
    /// A secret parameter that is made once and kept outside the repository, so that a data volume can be opened again. A value in
    /// configuration (<c>Parameters:name</c>) goes before it.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = MinimumLength, Special = false }, secret: true, persist: true);
}
