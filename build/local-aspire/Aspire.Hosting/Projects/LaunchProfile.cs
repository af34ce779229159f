using System.Text.Json;

namespace Aspire.Hosting.Projects;

/// <summary>A profile of a project's launchSettings.json.</summary>
internal sealed record LaunchProfile
{
    private const string ProjectCommand = "Project";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public string? CommandName { get; init; }

    public string? ApplicationUrl { get; init; }

    public Dictionary<string, string> EnvironmentVariables { get; init; } = [];

    public IEnumerable<Uri> Addresses =>
        (ApplicationUrl ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => new Uri(url));

    /// <summary>The named profile of a project, or its first one that runs the project.</summary>
    public static LaunchProfile? Find(string projectDirectory, string? name)
    {
        var file = Path.Combine(projectDirectory, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return null;
        }

        var profiles = JsonSerializer.Deserialize<Settings>(File.ReadAllText(file), Json)?.Profiles ?? [];
        return name is not null && profiles.TryGetValue(name, out var named)
            ? named
            : profiles.Values.FirstOrDefault(profile => profile.CommandName is ProjectCommand);
    }

    private sealed record Settings(Dictionary<string, LaunchProfile>? Profiles);
}
