namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's builder as a test gets it: after the AppHost has added everything, before it is built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
