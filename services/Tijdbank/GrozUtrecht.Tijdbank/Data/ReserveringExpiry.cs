using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Lets go of holds whose time is over. The order's id follows from the hold, so two replicas end it once.</summary>
internal sealed class ReserveringExpiry(NpgsqlDataSource dataSource, Grootboek grootboek, TimeProvider clock, ILogger<ReserveringExpiry> logger)
    : RecurringWork(TimeSpan.FromSeconds(10), clock, logger)
{
    private const int MaximumPerRound = 500;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        IEnumerable<Guid> expired;
        await using (var connection = await dataSource.OpenConnectionAsync(cancellationToken))
        {
            expired = await connection.QueryAsync<Guid>(new CommandDefinition(
                "select id from grootboek.reservering where vervalt_op <= @now order by vervalt_op limit @MaximumPerRound",
                new { now, MaximumPerRound },
                cancellationToken: cancellationToken));
        }

        // An end that came first is no failure here: the hold is gone, which is what was wanted.
        await Task.WhenAll(expired.Select(id => grootboek.BookAsync(Opdracht.Expire(id), cancellationToken)));
    }
}
