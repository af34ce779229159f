using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>A line of the dashboard's own console, which is told to write JSON.</summary>
internal sealed record DashboardLogLine(string Category, LogLevel LogLevel, string Message, string? Exception)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Whether the dashboard says that its pages can be opened.</summary>
    public bool TellsThatItListens => Message.StartsWith("Now listening on:", StringComparison.Ordinal);

    /// <summary>Null for what is not JSON, such as the runtime's last words in a crash.</summary>
    public static DashboardLogLine? Read(LogLine line)
    {
        var start = line.Content.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<DashboardLogLine>(line.Content.AsSpan(start), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
