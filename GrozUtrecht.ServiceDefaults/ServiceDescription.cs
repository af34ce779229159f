using System.Reflection;

namespace GrozUtrecht.ServiceDefaults;

/// <summary>What a service says of itself once; everything that carries its name follows from it.</summary>
/// <param name="Name">Short name in URLs, queues and scopes, for example <c>tijdbank</c>.</param>
/// <param name="Title">Title in the API documentation.</param>
/// <param name="Summary">One or two Dutch sentences for the API documentation.</param>
/// <param name="Assembly">The service's assembly, which carries its migrations.</param>
public sealed record ServiceDescription(string Name, string Title, string Summary, Assembly Assembly)
{
    /// <summary>Assemblies with the events that this service publishes.</summary>
    public IReadOnlyList<Assembly> Contracts { get; init; } = [];

    /// <summary>Version of the API in <c>info.version</c> and the <c>API-Version</c> header.</summary>
    public string ApiVersion { get; init; } = "1.0.0";

    /// <summary>Path under which the gateway forwards to this service.</summary>
    public string BasePath => $"/{Name}/v1";

    /// <summary>Name of the connection string of the service's own database.</summary>
    public string DatabaseName => $"{Name}-db";

    /// <summary>
    /// The role that the service works as, made by its own migrations; null works as whoever connects. With fewer rights than the
    /// migrations have, the database itself can keep what the service may not change.
    /// </summary>
    public string? DatabaseRole { get; init; }

    /// <summary>Scope that every GET asks for.</summary>
    public string ReadScope => $"{Name}:lezen";

    /// <summary>Scope that every other method asks for.</summary>
    public string WriteScope => $"{Name}:schrijven";

    /// <summary>Name of the service's own activity source and meter.</summary>
    public string TelemetryName => $"GrozUtrecht.{Name}";
}
