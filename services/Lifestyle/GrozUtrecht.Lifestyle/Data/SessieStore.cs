using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data;

/// <summary>SQL on <c>sessies</c>.</summary>
internal static class SessieStore
{
    /// <summary>Adds the session, or nothing and false when it overlaps another of the same activity.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, SessieRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op)
            VALUES (@Id, @ActiviteitId, @BegintOp, @EindigtOp, @AangemaaktOp)
            ON CONFLICT ON CONSTRAINT sessies_do_not_overlap DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>How many sessions have not begun yet.</summary>
    public static Task<int> CountToComeAsync(
        NpgsqlConnection connection, Guid activiteitId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM sessies WHERE activiteit_id = @activiteitId AND begint_op > @now",
            new { activiteitId, now },
            cancellationToken: cancellationToken));

    /// <summary>A session of an activity that the partner may see.</summary>
    public static async Task<SessieRow?> FindAsync(
        NpgsqlDataSource database, Guid activiteitId, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SessieRow>(new CommandDefinition(
            """
            SELECT sessies.id, activiteit_id, begint_op, eindigt_op, sessies.aangemaakt_op
            FROM sessies
            JOIN activiteiten ON activiteiten.id = activiteit_id
            WHERE sessies.id = @id AND activiteit_id = @activiteitId AND (partner_id = @partnerId OR status = 'gepubliceerd')
            """,
            new { id, activiteitId, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>One page in order of time. Sessions of one activity never begin together, so the moment is key enough.</summary>
    public static async Task<IReadOnlyList<SessieRow>> ListAsync(
        NpgsqlDataSource database, Guid activiteitId, DateTimeOffset after, int take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SessieRow>(new CommandDefinition(
            """
            SELECT id, activiteit_id, begint_op, eindigt_op, aangemaakt_op
            FROM sessies
            WHERE activiteit_id = @activiteitId AND begint_op > @after
            ORDER BY begint_op
            LIMIT @take
            """,
            new { activiteitId, after, take },
            cancellationToken: cancellationToken))).AsList();
    }
}
