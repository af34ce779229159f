using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Zegels;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>
/// Adds what was booked to the chain, some seconds later, so that nobody who books waits for it. A row is taken only when no booking
/// with a lower number can still appear: numbers are handed out before the commit, and commits come in any order.
/// </summary>
internal sealed class Verzegeling(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<Verzegeling> logger)
    : RecurringWork(TimeSpan.FromSeconds(5), clock, logger)
{
    private const long LockKey = 0x7A6567656C;
    private const int MaximumBlocksPerRound = 200;

    private Mark? mark;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await SettledAsync(connection, cancellationToken) is { } upTo)
        {
            await SealAsync(connection, upTo, now, cancellationToken);
        }
    }

    /// <summary>
    /// The number up to which all is decided, or null while that is not known. Between a mark (first the highest number handed out, then
    /// the next transaction) and now, every transaction that could hold a lower number has ended.
    /// </summary>
    private async Task<long?> SettledAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var highest = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select last_value from grootboek.overboeking_volgnummer_seq", cancellationToken: cancellationToken));
        var (oldest, next) = await connection.QuerySingleAsync<(long Oldest, long Next)>(new CommandDefinition(
            """
            select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint from (select pg_current_snapshot() as s) as nu
            """,
            cancellationToken: cancellationToken));

        // Nothing is under way at all: then the number just read is settled at once.
        if (oldest == next)
        {
            mark = null;
            return highest;
        }

        if (mark is { } earlier && oldest >= earlier.Next)
        {
            mark = new(highest, next);
            return earlier.Volgnummer;
        }

        mark ??= new(highest, next);
        return null;
    }

    private static async Task SealAsync(NpgsqlConnection connection, long upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var block = 0; block < MaximumBlocksPerRound; block++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            // One replica seals at a time; the others have nothing to do.
            if (!await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_xact_lock(@LockKey)", new { LockKey }))
            {
                return;
            }

            var last = await ZegelStore.LastAsync(connection, cancellationToken);
            var rows = await ZegelStore.ReadAsync(connection, last?.LaatsteVolgnummer ?? long.MinValue, upTo, cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            await ZegelStore.InsertAsync(connection, Seal(last, rows), now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (rows.Count < ZegelStore.MaximumPerBlock)
            {
                return;
            }
        }
    }

    private static Zegel Seal(Zegel? last, List<Grootboekregel> rows)
    {
        var hashes = rows.ConvertAll(Zegelketen.HashOf);
        var nummer = (last?.Nummer ?? 0) + 1;
        return new()
        {
            Nummer = nummer,
            EersteVolgnummer = rows[0].Volgnummer,
            LaatsteVolgnummer = rows[^1].Volgnummer,
            Aantal = rows.Count,
            Regels = Zegelketen.Keep(hashes),
            Hash = Zegelketen.HashOf(last?.Hash ?? Zegelketen.Begin, nummer, hashes),
        };
    }

    private sealed record Mark(long Volgnummer, long Next);
}
