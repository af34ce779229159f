namespace GrozUtrecht.AppHost;

internal static class Secrets
{
    private const int MinimumLength = 24;
    private const int KeyDigits = 43;

    /// <summary>
    /// A secret parameter that is made once and kept outside the repository, so that a data volume can be opened again. A value in
    /// configuration (<c>Parameters:name</c>) goes before it.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = MinimumLength, Special = false }, secret: true, persist: true);

    /// <summary>
    /// A key of 32 random bytes as base64, made once and kept as the others are. A parameter cannot say "base64", but 43 letters and
    /// digits with a final "=" are exactly that.
    /// </summary>
    public static ReferenceExpression AddGeneratedKey(this IDistributedApplicationBuilder builder, string name)
    {
        var digits = builder.AddParameter(name, new GenerateParameterDefault { MinLength = KeyDigits, Special = false }, secret: true, persist: true);
        return ReferenceExpression.Create($"{digits}=");
    }
}
