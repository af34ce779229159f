namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource waits for: another one that is ready or, with <paramref name="ExitCode"/>, one that has finished its work.</summary>
internal sealed record Wait(IResource Dependency, int? ExitCode = null) : IResourceAnnotation;
