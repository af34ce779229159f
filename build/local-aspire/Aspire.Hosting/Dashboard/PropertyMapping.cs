using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Contract = Aspire.Hosting.Dashboard.Contract;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// What the details pane lists. Some properties repeat a field of the resource, because the pane reads only properties; the rest
/// come from the snapshot, with the names and the order that Aspire's own AppHost sends.
/// </summary>
internal static class PropertyMapping
{
    // The display name of what the dashboard does not name itself, in the order of the pane.
    private static readonly (string Name, string DisplayName)[] Highlighted =
    [
        ("project.path", "Project path"),
        ("project.launchProfile", "Launch profile"),
        ("container.image", "Container image"),
        ("executable.path", "Executable path"),
        ("executable.workDir", "Working directory"),
        ("executable.args", "Executable arguments"),
        ("executable.pid", "Process ID"),
        ("Value", "Value"),
    ];

    // How the stand-in wraps a server into a shell script says nothing about the server.
    private static readonly string[] HiddenOfServers = ["executable.path", "executable.args"];

    public static IEnumerable<Contract.ResourceProperty> Of(ResourceEvent change, Contract.Resource resource, string? connectionString)
    {
        var snapshot = change.Snapshot;
        var isServer = change.Resource is ContainerResource;
        return
        [
            Plain("resource.uid", resource.Uid),
            Plain("resource.name", resource.Name),
            Plain("resource.type", resource.ResourceType),
            Plain("resource.displayName", resource.DisplayName),
            Plain("resource.state", snapshot.State?.Text),
            Plain("resource.exitCode", snapshot.ExitCode?.ToString()),
            Plain("resource.createTime", Text(resource.CreatedAt)),
            Plain("resource.startTime", Text(resource.StartedAt)),
            Plain("resource.stopTime", Text(resource.StoppedAt)),
            Plain("resource.healthState", snapshot.HealthStatus?.ToString()),
            // A database is listed below its server.
            Plain("resource.parentName", (change.Resource as IResourceWithParent)?.Parent.ResourceId),
            Secret("resource.connectionString", connectionString),
            Plain("resource.source", isServer ? "local process" : null),
            .. snapshot.Properties.Where(property => !isServer || !HiddenOfServers.Contains(property.Name)).Select(ToContract),
        ];
    }

    private static Contract.ResourceProperty ToContract(ResourcePropertySnapshot property)
    {
        var mapped = new Contract.ResourceProperty
        {
            Name = property.Name,
            Value = ToValue(property.Value),
            IsSensitive = property.IsSensitive,
        };

        var order = Array.FindIndex(Highlighted, known => known.Name == property.Name);
        if (order >= 0)
        {
            mapped.DisplayName = Highlighted[order].DisplayName;
            mapped.IsHighlighted = true;
            mapped.SortOrder = order;
        }

        return mapped;
    }

    private static Contract.ResourceProperty Plain(string name, string? value) => new() { Name = name, Value = ToValue(value) };

    private static Contract.ResourceProperty Secret(string name, string? value) =>
        new() { Name = name, Value = ToValue(value), IsSensitive = value is not null };

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        int number => Value.ForNumber(number),
        IEnumerable<string> list => Value.ForList([.. list.Select(Value.ForString)]),
        _ => Value.ForString(value.ToString() ?? ""),
    };

    private static string? Text(Timestamp? time) => time?.ToDateTimeOffset().ToString("O");
}
