using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Computes the runs that were asked for, and makes proposals of those that are to be applied.</summary>
internal sealed class MatchingrondeWork(
    WorkRunner runner, Rondemaker rondemaker, NpgsqlDataSource database, TimeProvider clock, ILogger<MatchingrondeWork> logger)
    : RecurringWork(Interval, clock, logger)
{
    private const int MaximumKoppelingen = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ComputeAsync(now, cancellationToken);
        await ApplyAsync(now, cancellationToken);
    }

    private async Task ComputeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await runner.RunAsync<Koppelingen, Data.Matching.MatchingrondeRow?>(koppelingen => koppelingen.TakeAsync(now, cancellationToken), cancellationToken) is not { } ronde)
        {
            return;
        }

        var (plan, helperCount, durationMilliseconds) = await rondemaker.PlanAsync(ronde, now, cancellationToken);
        await runner.RunAsync<Koppelingen, bool>(
            koppelingen => koppelingen.CompleteAsync(ronde.Id, plan, helperCount, durationMilliseconds, now, cancellationToken), cancellationToken);
        logger.LogInformation(
            "Matchingronde {RondeId} of {Gebied}: {HulpvraagCount} hulpvragen, {KoppelingCount} koppelingen, optimal {IsOptimal}, in {DurationMilliseconds} ms",
            ronde.Id,
            ronde.Gebied,
            plan.Vragen.Count,
            plan.Koppelingen.Count,
            plan.IsOptimal,
            durationMilliseconds);
    }

    private async Task ApplyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<Koppelingen.Taak> taken;
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            taken = await Koppelingen.ListAsync(connection, MaximumKoppelingen, cancellationToken);
        }

        foreach (var taak in taken)
        {
            await runner.RunAsync<Koppelingen, bool>(koppelingen => koppelingen.ApplyAsync(taak, now, cancellationToken), cancellationToken);
        }

        await runner.RunAsync<Koppelingen, int>(koppelingen => koppelingen.CloseAsync(now, cancellationToken), cancellationToken);
    }
}
