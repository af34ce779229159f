using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data;

/// <summary>SQL on <c>sessies</c>.</summary>
internal static class SessieStore
{
    private const string Columns =
        """
        sessies.id, activiteit_id, reeks_id, sessies.soort, sessie_status, begint_op, eindigt_op, sessies.capaciteit, bezet, sessies.postcode,
        sessies.locatienaam, sessies.aangemaakt_op, sessies.gewijzigd_op
        """;

    /// <summary>Adds the session, or nothing and false when it overlaps another of the same activity.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, SessieRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sessies (id, activiteit_id, reeks_id, soort, sessie_status, begint_op, eindigt_op, capaciteit, postcode, locatienaam,
                                 aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @ActiviteitId, @ReeksId, @Soort, @SessieStatus, @BegintOp, @EindigtOp, @Capaciteit, @Postcode, @Locatienaam,
                    @AangemaaktOp, @GewijzigdOp)
            ON CONFLICT ON CONSTRAINT sessies_do_not_overlap DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>How many sessions have not begun yet.</summary>
    public static Task<int> CountToComeAsync(
        NpgsqlConnection connection, Guid activiteitId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM sessies WHERE activiteit_id = @activiteitId AND begint_op > @now AND sessie_status = 'gepland'",
            new { activiteitId, now },
            cancellationToken: cancellationToken));

    /// <summary>A session of an activity that the partner may see.</summary>
    public static async Task<SessieRow?> FindAsync(
        NpgsqlDataSource database, Guid activiteitId, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SessieRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM sessies
            JOIN activiteiten ON activiteiten.id = activiteit_id
            WHERE sessies.id = @id AND activiteit_id = @activiteitId AND (partner_id = @partnerId OR status = 'gepubliceerd')
            """,
            new { id, activiteitId, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>Writes what may change of a session that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, SessieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sessies
            SET sessie_status = @SessieStatus, capaciteit = @Capaciteit, postcode = @Postcode, locatienaam = @Locatienaam, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The session of the partner's own activity, locked until the transaction ends.</summary>
    public static Task<SessieRow?> LockOwnAsync(
        NpgsqlConnection connection, Guid activiteitId, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<SessieRow>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id
            WHERE sessies.id = @id AND activiteit_id = @activiteitId AND partner_id = @partnerId
            FOR UPDATE OF sessies
            """,
            new { id, activiteitId, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>One page in order of time, and of id where tastings begin together.</summary>
    public static async Task<IReadOnlyList<SessieRow>> ListAsync(
        NpgsqlDataSource database, Guid activiteitId, DateTimeOffset after, Guid afterId, int take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SessieRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM sessies
            WHERE activiteit_id = @activiteitId AND (begint_op, id) > (@after, @afterId)
            ORDER BY begint_op, id
            LIMIT @take
            """,
            new { activiteitId, after, afterId, take },
            cancellationToken: cancellationToken))).AsList();
    }
}
