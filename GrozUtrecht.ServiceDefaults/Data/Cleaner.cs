using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>
/// Removes what has outlived its use: idempotency keys after a day, inbox rows after a month (longer than any message can
/// still be under way). Bounded: small statements, and a limit on each round, so that a backlog never becomes one long lock.
/// </summary>
internal sealed class Cleaner(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<Cleaner> logger)
    : RecurringWork(TimeSpan.FromMinutes(15), clock, logger)
{
    internal const int RowsPerStatement = 1000;
    internal const int StatementsPerRound = 100;

    private static readonly TimeSpan KeepIdempotencyKeys = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeepInbox = TimeSpan.FromDays(30);

    /// <summary>One round over both tables; says how many rows went.</summary>
    internal async Task<int> CleanAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await DeleteAsync("platform.idempotency", "created_at", now - KeepIdempotencyKeys, cancellationToken)
            + await DeleteAsync("platform.inbox", "received_at", now - KeepInbox, cancellationToken);

    public override Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => CleanAsync(now, cancellationToken);

    private async Task<int> DeleteAsync(string table, string column, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var sql =
            $"""
             delete from {table}
             where ctid = any (array(select ctid from {table} where {column} < @before limit {RowsPerStatement} for update skip locked))
             """;
        var total = 0;
        for (var statement = 0; statement < StatementsPerRound; statement++)
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            var deleted = await connection.ExecuteAsync(new CommandDefinition(sql, new { before }, cancellationToken: cancellationToken));
            total += deleted;
            if (deleted < RowsPerStatement)
                break;
        }

        return total;
    }
}
