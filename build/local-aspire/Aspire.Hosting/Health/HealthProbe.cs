namespace Aspire.Hosting.ApplicationModel;

/// <summary>Asks a running resource whether it works. The answer is null when it does, else what is wrong.</summary>
internal sealed record HealthProbe(string Name, Func<CancellationToken, Task<string?>> AskAsync) : IResourceAnnotation;
