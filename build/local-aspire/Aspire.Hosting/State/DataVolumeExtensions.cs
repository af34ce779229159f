using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.State;

internal static class DataVolumeExtensions
{
    public static IResourceBuilder<T> AddVolume<T>(this IResourceBuilder<T> builder, string? name)
        where T : ContainerResource
    {
        var path = Path.Combine(StateDirectory.Of(builder.ApplicationBuilder), "volumes", name ?? $"{builder.Resource.Name}-data");
        builder.Resource.Annotations.Add(new DataVolume(path));
        return builder;
    }
}
