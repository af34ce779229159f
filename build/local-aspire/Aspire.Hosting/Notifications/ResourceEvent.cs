namespace Aspire.Hosting.ApplicationModel;

/// <summary>A change of a resource.</summary>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    public IResource Resource { get; } = resource;

    public string ResourceId { get; } = resourceId;

    public CustomResourceSnapshot Snapshot { get; } = snapshot;

    internal bool HasEnded => Snapshot.State is { } state && KnownResourceStates.TerminalStates.Contains(state.Text, StringComparer.Ordinal);
}
