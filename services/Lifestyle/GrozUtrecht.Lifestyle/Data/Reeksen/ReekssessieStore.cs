using Dapper;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Reeksen;

/// <summary>SQL on the sessions of a series. Its activity is locked, so that no session comes in between.</summary>
internal static class ReekssessieStore
{
    private const string Open = "('aangemeld', 'wachtlijst', 'aangeboden', 'aanwezig')";

    /// <summary>The sessions to come from this moment on, locked in order of id: who registers for one of them waits.</summary>
    public static async Task<IReadOnlyList<Reekssessie>> LockFromAsync(
        NpgsqlConnection connection, Guid reeksId, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM sessies WHERE reeks_id = @reeksId AND begint_op >= @from AND sessie_status = 'gepland' ORDER BY id FOR UPDATE",
            new { reeksId, from },
            cancellationToken: cancellationToken));
        return (await connection.QueryAsync<Reekssessie>(new CommandDefinition(
            $"""
            SELECT id, begint_op, eindigt_op,
                   EXISTS (SELECT FROM deelnames WHERE sessie_id = sessies.id AND deelnames.status IN {Open}) AS heeft_deelnames
            FROM sessies
            WHERE reeks_id = @reeksId AND begint_op >= @from AND sessie_status = 'gepland'
            ORDER BY begint_op
            """,
            new { reeksId, from },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Those of the days on which another session of the activity is in the way.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> ClashesAsync(
        NpgsqlConnection connection, Guid activiteitId, IReadOnlyList<Reeksdag> dagen, IEnumerable<Guid> except, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DateTimeOffset>(new CommandDefinition(
            """
            SELECT begin
            FROM unnest(@begins::timestamptz[], @ends::timestamptz[]) AS nieuw (begin, einde)
            WHERE EXISTS (
              SELECT FROM sessies
              WHERE activiteit_id = @activiteitId AND sessie_status = 'gepland' AND soort = 'regulier' AND NOT id = ANY (@except)
                AND tstzrange(begint_op, eindigt_op) && tstzrange(begin, einde))
            ORDER BY begin
            """,
            new { activiteitId, begins = Begins(dagen), ends = Ends(dagen), except = except.ToArray() },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Adds sessions, with the places of the activity; gives when those begin that were added. Another session in the way keeps its time.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> InsertAsync(
        NpgsqlConnection connection, ReeksRow reeks, IReadOnlyList<Reeksdag> dagen, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DateTimeOffset>(new CommandDefinition(
            """
            INSERT INTO sessies (id, activiteit_id, reeks_id, begint_op, eindigt_op, aangemaakt_op)
            SELECT id, @activiteitId, @reeksId, begin, einde, @now
            FROM unnest(@ids::uuid[], @begins::timestamptz[], @ends::timestamptz[]) AS nieuw (id, begin, einde)
            ON CONFLICT ON CONSTRAINT sessies_do_not_overlap DO NOTHING
            RETURNING begint_op
            """,
            new
            {
                activiteitId = reeks.ActiviteitId,
                reeksId = reeks.Id,
                ids = dagen.Select(_ => Guid.CreateVersion7(now)).ToArray(),
                begins = Begins(dagen),
                ends = Ends(dagen),
                now,
            },
            cancellationToken: cancellationToken))).AsList();

    public static Task CancelAsync(NpgsqlConnection connection, IEnumerable<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE sessies SET sessie_status = 'vervallen', gewijzigd_op = @now WHERE id = ANY (@ids)",
            new { ids = ids.ToArray(), now },
            cancellationToken: cancellationToken));

    /// <summary>Gives sessions other times. They step aside first, so that one may take the time that another of them leaves.</summary>
    public static async Task MoveAsync(
        NpgsqlConnection connection, IReadOnlyList<(Guid Id, Reeksdag Naar)> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dagen = moves.Select(move => move.Naar).ToList();
        var parameters = new { ids = moves.Select(move => move.Id).ToArray(), begins = Begins(dagen), ends = Ends(dagen), now };
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE sessies SET sessie_status = 'vervallen' WHERE id = ANY (@ids)", parameters, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sessies SET sessie_status = 'gepland', begint_op = begin, eindigt_op = einde, gewijzigd_op = @now
            FROM unnest(@ids::uuid[], @begins::timestamptz[], @ends::timestamptz[]) AS nieuw (id, begin, einde)
            WHERE sessies.id = nieuw.id
            """,
            parameters,
            cancellationToken: cancellationToken));
    }

    private static DateTimeOffset[] Begins(IReadOnlyList<Reeksdag> dagen) => [.. dagen.Select(dag => dag.BegintOp)];

    private static DateTimeOffset[] Ends(IReadOnlyList<Reeksdag> dagen) => [.. dagen.Select(dag => dag.EindigtOp)];
}
