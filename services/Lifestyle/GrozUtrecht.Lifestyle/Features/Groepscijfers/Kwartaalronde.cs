using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>Makes the momentopname of a quarter by itself once it is settled; whichever replica comes first makes it.</summary>
internal sealed class Kwartaalronde(WorkRunner runner, TimeProvider clock, ILogger<Kwartaalronde> logger)
    : RecurringWork(TimeSpan.FromHours(1), clock, logger)
{
    public override Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        runner.RunAsync<Momentopnamen, (MomentopnameRow?, bool, Failure?)>(
            momentopnamen => momentopnamen.MakeAsync(Momentopnamen.LastSettled(now), now, cancellationToken), cancellationToken);
}
