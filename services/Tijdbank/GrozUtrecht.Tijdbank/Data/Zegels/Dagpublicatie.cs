using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>Publishes the head of the chain of the day that is over, once, whichever replica comes first.</summary>
internal sealed class Dagpublicatie(WorkRunner runner, TimeProvider clock, ILogger<Dagpublicatie> logger)
    : RecurringWork(TimeSpan.FromMinutes(1), clock, logger)
{
    public override Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        runner.RunAsync<UnitOfWork, bool>(work => PublishAsync(work, now, cancellationToken), cancellationToken);

    private static async Task<bool> PublishAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        // A day on which nothing was sealed has no head of its own.
        var published = await connection.QuerySingleOrDefaultAsync<(DateOnly Datum, long Nummer, byte[] Hash)?>(new CommandDefinition(
            """
            insert into grootboek.dagzegel (datum, zegel_nummer, hash, gepubliceerd_op)
            select @datum, nummer, hash, @now from grootboek.zegel
            where verzegeld_op >= @begin and verzegeld_op < @einde order by nummer desc limit 1
            on conflict (datum) do nothing
            returning datum, zegel_nummer, hash
            """,
            new { datum = Yesterday(now), begin = Midnight(now).AddDays(-1), einde = Midnight(now), now },
            cancellationToken: cancellationToken));
        if (published is not { } head)
        {
            return false;
        }

        work.Publish(new GrootboekVerzegeld
        {
            Datum = head.Datum,
            ZegelNummer = head.Nummer,
            Hash = Convert.ToHexStringLower(head.Hash),
            Version = head.Nummer,
            OpgetredenOp = now,
        });
        return true;
    }

    private static DateTimeOffset Midnight(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);

    private static DateOnly Yesterday(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
}
