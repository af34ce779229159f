using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Starts the resource when the dependency runs and is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.With(new Wait(dependency.Resource));

    /// <summary>Starts the resource when the dependency has ended with the exit code.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.With(new Wait(dependency.Resource, exitCode));

    private static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Wait wait)
        where T : IResource
    {
        builder.Resource.Annotations.Add(wait);
        return builder.WithRelationship(wait.Dependency, "WaitFor");
    }
}
