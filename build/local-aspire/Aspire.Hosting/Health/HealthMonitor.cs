using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Asks the probes of one resource while it runs: often until it is healthy, so that who waits for it loses no time, then now and then.</summary>
internal sealed class HealthMonitor(IResource resource, ResourceNotificationService notifications, TimeProvider clock)
{
    private const int EagerAttempts = 200;
    private static readonly TimeSpan EagerInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan UnhealthyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HealthyInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(10);

    private readonly HealthProbe[] probes = [.. resource.Annotations.OfType<HealthProbe>()];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (probes.Length == 0)
        {
            return;
        }

        for (var attempts = 0; ; attempts++)
        {
            var change = await notifications.WaitForResourceAsync(
                resource.Name, change => change.Snapshot.State?.Text == KnownResourceStates.Running, cancellationToken);
            var reports = await Task.WhenAll(probes.Select(probe => AskAsync(probe, cancellationToken)));
            await ShowAsync(change.Snapshot.StartTimeStamp, [.. reports]);
            if (reports.All(report => report.Status is HealthStatus.Healthy))
            {
                attempts = 0;
                await Task.Delay(HealthyInterval, clock, cancellationToken);
            }
            else
            {
                await Task.Delay(attempts < EagerAttempts ? EagerInterval : UnhealthyInterval, clock, cancellationToken);
            }
        }
    }

    private async Task<HealthReportSnapshot> AskAsync(HealthProbe probe, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ProbeTimeout);
        try
        {
            var complaint = await probe.AskAsync(timeout.Token);
            return Report(complaint is null ? HealthStatus.Healthy : HealthStatus.Unhealthy, complaint, exception: null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a probe trips over says that the resource does not work yet, or no longer.
            return Report(HealthStatus.Unhealthy, exception.Message, exception.ToString());
        }

        HealthReportSnapshot Report(HealthStatus status, string? description, string? exception) =>
            new(probe.Name, status, description, exception) { LastRunAt = clock.GetUtcNow().UtcDateTime };
    }

    // An answer that came after the process stopped, or that says nothing new, is not told.
    private Task ShowAsync(DateTime? startedAt, ImmutableArray<HealthReportSnapshot> reports) => notifications.PublishUpdateAsync(
        resource,
        snapshot => snapshot.State?.Text == KnownResourceStates.Running && snapshot.StartTimeStamp == startedAt && !SaysTheSame(snapshot, reports)
            ? snapshot with { HealthReports = reports }
            : snapshot);

    private static bool SaysTheSame(CustomResourceSnapshot snapshot, ImmutableArray<HealthReportSnapshot> reports) =>
        snapshot.HealthReports.Select(report => (report.Name, report.Status, report.Description))
            .SequenceEqual(reports.Select(report => (report.Name, report.Status, report.Description)));
}
