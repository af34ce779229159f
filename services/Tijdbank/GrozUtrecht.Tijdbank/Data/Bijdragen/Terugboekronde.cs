using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>Takes back what was disputed after the fund had spent it, once the fund has enough again.</summary>
internal sealed class Terugboekronde(WorkRunner runner, TimeProvider clock, ILogger<Terugboekronde> logger)
    : RecurringWork(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int MaximumPerRound = 200;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Each in a transaction of its own: one that waits for an account keeps no other.
        var more = true;
        for (var count = 0; more && count < MaximumPerRound; count++)
            more = await runner.RunAsync<Bijdrageboeking, bool>(boeking => boeking.RetryNextAsync(now, cancellationToken), cancellationToken);
    }
}
