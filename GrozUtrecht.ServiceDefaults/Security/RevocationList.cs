using System.Collections.Frozen;
using System.Net.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>
/// The authority's list of what was revoked before it expired, fetched every few seconds. When the authority is away the last list
/// holds: tokens are short-lived, and an outage of the authority should not become one of every service.
/// </summary>
internal sealed partial class RevocationList(
    IOptions<AuthenticationSettings> settings, TimeProvider clock, ILogger<RevocationList> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private const int MaximumBytes = 4 * 1024 * 1024;

    private FrozenSet<string> tokens = [];
    private FrozenDictionary<string, DateTimeOffset> clients = FrozenDictionary<string, DateTimeOffset>.Empty;
    private int failures;

    /// <summary>True when this token, or every token of its client up to a moment after its issue, was revoked.</summary>
    public bool Holds(string? tokenId, string? clientId, DateTimeOffset issuedOp) =>
        (tokenId is not null && tokens.Contains(tokenId))
        || (clientId is not null && clients.TryGetValue(clientId, out var revokedOp) && issuedOp <= revokedOp);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(settings.Value.RevocationList))
        {
            return;
        }

        // A poll every few seconds in every process would bury the traces of requests.
        using var quiet = SuppressInstrumentationScope.Begin();
        using var http = new HttpClient { Timeout = Interval, MaxResponseContentBufferSize = MaximumBytes };
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await RefreshAsync(http, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RefreshAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            var list = await http.GetFromJsonAsync<Document>(settings.Value.RevocationList, cancellationToken);
            tokens = list!.Tokens.ToFrozenSet(StringComparer.Ordinal);
            clients = list.Clients.ToFrozenDictionary(client => client.ClientId, client => client.IngetrokkenOp, StringComparer.Ordinal);
            if (failures > 1)
            {
                LogReachableAgain(logger);
            }

            failures = 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException
            && !cancellationToken.IsCancellationRequested)
        {
            // One line when it goes, one when it returns: not one every five seconds, nor one at each start together with the authority.
            failures++;
            if (failures == 2)
            {
                LogUnreachable(logger, exception.GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "The revocation list cannot be read ({Reason}); the last one holds")]
    private static partial void LogUnreachable(ILogger logger, string reason);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Information, Message = "The revocation list can be read again")]
    private static partial void LogReachableAgain(ILogger logger);

    private sealed record Document(string[] Tokens, RevokedClient[] Clients);

    private sealed record RevokedClient(string ClientId, DateTimeOffset IngetrokkenOp);
}
