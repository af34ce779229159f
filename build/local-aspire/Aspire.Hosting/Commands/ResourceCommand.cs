namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command that a resource obeys.</summary>
internal sealed record ResourceCommand(string Name, Func<CancellationToken, Task<ExecuteCommandResult>> ExecuteAsync) : IResourceAnnotation;
