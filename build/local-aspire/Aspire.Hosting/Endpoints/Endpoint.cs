namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a resource listens: on the port it asks for, or on one that was free when the application started.</summary>
internal sealed class Endpoint(string name, string scheme, string host, int? port) : IResourceAnnotation
{
    public string Name { get; } = name;

    public string Scheme { get; } = scheme;

    public string Host { get; } = host;

    public int? Port { get; } = port;

    public bool IsExternal { get; set; }

    public int? AllocatedPort { get; set; }

    public string Url => $"{Scheme}://{Host}:{AllocatedPort}";
}
