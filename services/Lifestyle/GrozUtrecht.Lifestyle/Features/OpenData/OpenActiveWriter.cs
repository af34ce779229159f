using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>Brings the feeds up to date every five seconds; replicas pass over when another one is at it.</summary>
internal sealed class OpenActiveWriter(WorkRunner runner, TimeProvider clock, ILogger<OpenActiveWriter> logger)
    : RecurringWork(TimeSpan.FromSeconds(5), clock, logger)
{
    // What is left after so many goes on in the next round.
    private const int MaximumBatches = 25;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await runner.RunAsync<OpenActiveBatch, bool>(batch => batch.TidyAsync(now, cancellationToken), cancellationToken);
        for (var count = 0; count < MaximumBatches; count++)
        {
            if (!await runner.RunAsync<OpenActiveBatch, bool>(batch => batch.TakeAsync(now, cancellationToken), cancellationToken))
                return;
        }
    }
}
