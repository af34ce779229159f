using System.Collections.Concurrent;
using System.Diagnostics;
using GrozUtrecht.Gateway.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>The link to a person's calendar is a secret that stands in a path.</summary>
public sealed class SecretPathTests
{
    private const string Secret = "Zm9vYmFyLWdlaGVpbS1kYXQtbmllbWFu";

    [Theory]
    [InlineData("/open/agenda/personen/")]
    [InlineData("/Open/Agenda/%70ersonen/")]
    public async Task The_service_gets_the_secret_in_a_header_and_no_span_or_log_line_has_it(string path)
    {
        ConcurrentQueue<string> seen = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        await using var backend = await Backend.StartAsync();
        await using var gateway = new GatewayApp(backend.Address);
        await using var listening = gateway.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(new EveryWord(seen))
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter<EveryWord>(null, LogLevel.Trace))));
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        listening.UseKestrel(_ => { });
        listening.StartServer();
        ActivitySource.AddActivityListener(listener);

        using var quiet = new Activity("the client's own spans are not the gateway's");
        using var answer = await client.GetAsync(new Uri(listening.ClientOptions.BaseAddress, $"{path}{Secret}.ics"));
        listener.Dispose();

        var received = Assert.Single(backend.Received);
        Assert.Equal($"{Secret}.ics", received.Headers["X-Path-Secret"]);
        Assert.Equal("/open/agenda/personen/verborgen", received.Path);
        Assert.Contains(seen, line => line.Contains("/open/agenda/personen/verborgen", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, line => line.Contains(Secret, StringComparison.Ordinal) && !IsOfTheClient(line));
    }

    // The request that the test itself sends has the secret in its address, as it should.
    private static bool IsOfTheClient(string line) => line.StartsWith("GET url", StringComparison.Ordinal);

    private sealed class EveryWord(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            seen.Enqueue(formatter(state, exception));
            scopes.ForEachScope((scope, lines) => lines.Enqueue(scope?.ToString() ?? ""), seen);
        }

        public void Dispose()
        {
        }
    }
}
