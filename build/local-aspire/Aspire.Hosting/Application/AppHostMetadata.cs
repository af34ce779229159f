using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What AppHost.targets writes into the AppHost's assembly.</summary>
internal static class AppHostMetadata
{
    public const string ProjectDirectory = "apphostprojectpath";

    public static string ProjectOutput(string projectPath) => $"localaspire.output:{projectPath}";

    public static string? Metadata(this Assembly assembly, string key) => assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => string.Equals(attribute.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
