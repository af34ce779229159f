namespace Aspire.Hosting.ApplicationModel;

/// <summary>Fills in the variables and arguments that the application model gives to a process.</summary>
internal static class ProcessInput
{
    public static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(IResource resource, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, IValueProvider>(StringComparer.Ordinal);
        foreach (var source in resource.Annotations.OfType<EnvironmentSource>())
        {
            source.Fill(values);
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (await value.GetValueAsync(cancellationToken) is { } text)
            {
                environment[name] = text;
            }
        }

        return environment;
    }

    public static IReadOnlyList<string> Arguments(IResource resource) =>
        [.. resource.Annotations.OfType<ArgumentSource>().SelectMany(source => source.Arguments)];
}
