namespace Aspire.Hosting.ApplicationModel;

/// <summary>Makes a resource a process: says how to start it, given the variables and arguments of the application model.</summary>
internal sealed record Launch(Func<LaunchContext, ProcessSpec> Describe) : IResourceAnnotation;

/// <summary>What is known when a process is about to start.</summary>
internal sealed record LaunchContext(
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments, string DataDirectory);
