namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps the data of a server under <c>volumes/name</c> of the state directory. Without one, data goes when the application stops.</summary>
internal sealed record DataVolume(string Path) : IResourceAnnotation;
