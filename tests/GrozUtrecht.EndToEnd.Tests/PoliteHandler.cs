using System.Net;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>
/// Waits as long as the gateway asks when a client has asked too often, as a well-behaved partner does. All tests share one client of one
/// stack, and a fast machine goes through its requests of a minute sooner than the minute does.
/// </summary>
internal sealed class PoliteHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int MaximumWaits = 120;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || waits == MaximumWaits)
                return response;
            var pause = response.Headers.RetryAfter?.Delta ?? throw new InvalidOperationException("A 429 without Retry-After.");
            response.Dispose();
            await Task.Delay(pause, cancellationToken);
        }
    }
}
