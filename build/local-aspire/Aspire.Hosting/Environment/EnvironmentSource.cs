namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds environment variables to a process. Later sources win.</summary>
internal sealed record EnvironmentSource(Action<Dictionary<string, IValueProvider>> Fill) : IResourceAnnotation;

/// <summary>Adds arguments to a process.</summary>
internal sealed record ArgumentSource(IReadOnlyList<string> Arguments) : IResourceAnnotation;

/// <summary>A relation that the dashboard shows, such as "Reference" or "WaitFor".</summary>
internal sealed record Relationship(IResource Resource, string Type) : IResourceAnnotation;
