namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that comes as a container in aspire mode, and is an ordinary process here.</summary>
public class ContainerResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport;
