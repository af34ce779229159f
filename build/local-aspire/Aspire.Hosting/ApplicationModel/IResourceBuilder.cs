namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource together with the application it is being added to.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    T Resource { get; }
}
