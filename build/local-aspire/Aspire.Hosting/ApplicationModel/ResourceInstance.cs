using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The running instance of a resource. Its id, <c>web-k3v9p2xq</c> for <c>web</c>, is the same through restarts; the suffix alone is
/// the <c>service.instance.id</c> that ties telemetry to it.
/// </summary>
internal sealed class ResourceInstance : IResourceAnnotation
{
    private const int SuffixLength = 8;

    public string Suffix { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz0123456789", SuffixLength);
}

internal static class ResourceInstanceExtensions
{
    extension(IResource resource)
    {
        /// <summary>The suffix of a process's id; null for what is not a process, such as a database or a parameter.</summary>
        public string? InstanceSuffix => resource.Annotations.OfType<ResourceInstance>().SingleOrDefault()?.Suffix;

        /// <summary>The name under which state, logs and commands of the resource are kept.</summary>
        public string ResourceId => resource.InstanceSuffix is { } suffix ? $"{resource.Name}-{suffix}" : resource.Name;
    }
}
