namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a process, a server, a database, a parameter.</summary>
public interface IResource
{
    string Name { get; }

    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>Something that is known about a resource.</summary>
public interface IResourceAnnotation;

/// <summary>A resource that can be given environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that can be given arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens somewhere.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can wait for another one.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that lives inside another one.</summary>
public interface IResourceWithParent : IResource
{
    IResource Parent { get; }
}

/// <summary>A resource that lives inside another one of a known type.</summary>
public interface IResourceWithParent<out T> : IResourceWithParent
    where T : IResource
{
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}
