using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace GrozUtrecht.Lifestyle.Data.Deelnames;

/// <summary>SQL on <c>deelnames</c>. Places are counted by the database itself: see migration 0002.</summary>
internal static class DeelnameStore
{
    public const string Columns =
        """
        id, partner_id, version, sessie_id, activiteit_id, persoon_id, gast_id, rol, kanaal, status, volgnummer, code, proeverij_id,
        preventiebudget_id, aangemeld_op, aangeboden_tot, afgemeld_op, ingecheckt_op, aanwezig_minuten
        """;

    /// <summary>
    /// Takes the next number of the session and, when there is one, a place; else a place on the waiting list. One statement, so that the
    /// session is locked as late and as briefly as can be. Null when this person is registered already or the code is taken.
    /// </summary>
    public static async Task<DeelnameRow?> TryInsertAsync(NpgsqlConnection connection, DeelnameRow row, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            WITH plaats AS (
              UPDATE sessies SET laatste_volgnummer = laatste_volgnummer + 1
              WHERE id = @sessie AND sessie_status = 'gepland'
              RETURNING laatste_volgnummer, bezet < capaciteit AS vrij
            )
            INSERT INTO deelnames (id, partner_id, version, sessie_id, activiteit_id, persoon_id, gast_id, rol, kanaal, status, volgnummer, code,
                                   proeverij_id, preventiebudget_id, aangemeld_op)
            SELECT @id, @partner, @version, @sessie, @activiteit, @persoon, @gast, @rol, @kanaal,
                   CASE WHEN vrij OR @rol = 'gastheer' THEN 'aangemeld' ELSE 'wachtlijst' END,
                   laatste_volgnummer, @code, @proeverij, @budget, @moment
            FROM plaats
            ON CONFLICT DO NOTHING
            RETURNING {Columns}
            """,
            connection);
        command.Parameters.AddWithValue("id", row.Id);
        command.Parameters.AddWithValue("partner", row.PartnerId);
        command.Parameters.AddWithValue("version", row.Version);
        command.Parameters.AddWithValue("sessie", row.SessieId);
        command.Parameters.AddWithValue("activiteit", row.ActiviteitId);
        command.Parameters.Add(new NpgsqlParameter<Guid?>("persoon", NpgsqlDbType.Uuid) { TypedValue = row.PersoonId });
        command.Parameters.Add(new NpgsqlParameter<Guid?>("gast", NpgsqlDbType.Uuid) { TypedValue = row.GastId });
        command.Parameters.AddWithValue("rol", row.Rol);
        command.Parameters.AddWithValue("kanaal", row.Kanaal);
        command.Parameters.AddWithValue("code", row.Code);
        command.Parameters.Add(new NpgsqlParameter<Guid?>("proeverij", NpgsqlDbType.Uuid) { TypedValue = row.ProeverijId });
        command.Parameters.Add(new NpgsqlParameter<Guid?>("budget", NpgsqlDbType.Uuid) { TypedValue = row.PreventiebudgetId });
        command.Parameters.AddWithValue("moment", row.AangemeldOp);
        // Prepared once per connection: in a rush the planning would be most of the work.
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return reader.Parse<DeelnameRow>().SingleOrDefault();
    }

    /// <summary>Is this person or guest registered for the session already?</summary>
    public static Task<bool> IsRegisteredAsync(NpgsqlConnection connection, DeelnameRow row, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM deelnames
              WHERE sessie_id = @SessieId AND (persoon_id = @PersoonId OR gast_id = @GastId) AND status NOT IN ('afgemeld', 'verlopen', 'vervallen'))
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>A registration that this partner made or that is for an activity of its own.</summary>
    public static Task<DeelnameRow?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<DeelnameRow>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM deelnames
            WHERE id = @id
              AND (partner_id = @partnerId OR EXISTS (SELECT FROM activiteiten WHERE activiteiten.id = activiteit_id AND activiteiten.partner_id = @partnerId))
            """,
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Reads again what may have changed while its session was being locked.</summary>
    public static Task<DeelnameRow> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<DeelnameRow>(new CommandDefinition(
            $"SELECT {Columns} FROM deelnames WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Writes where a registration stands now. Its session is locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, DeelnameRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE deelnames
            SET version = @Version, status = @Status, aangeboden_tot = @AangebodenTot, afgemeld_op = @AfgemeldOp, ingecheckt_op = @IngechecktOp,
                aanwezig_minuten = @AanwezigMinuten
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Offers so many places to who waits longest. The session is locked.</summary>
    public static Task<int> OfferAsync(NpgsqlConnection connection, Guid sessieId, int places, DateTimeOffset until, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE deelnames SET version = version + 1, status = 'aangeboden', aangeboden_tot = @until
            WHERE id IN (SELECT id FROM deelnames WHERE sessie_id = @sessieId AND status = 'wachtlijst' ORDER BY volgnummer LIMIT @places)
            """,
            new { sessieId, places, until },
            cancellationToken: cancellationToken));

    /// <summary>Takes back the offers that nobody answered in time. The session is locked.</summary>
    public static Task<int> ExpireOffersAsync(NpgsqlConnection connection, Guid sessieId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE deelnames SET version = version + 1, status = 'verlopen' WHERE sessie_id = @sessieId AND status = 'aangeboden' AND aangeboden_tot <= @now",
            new { sessieId, now },
            cancellationToken: cancellationToken));

    /// <summary>Those of these ids and codes that are registered for the session, who is locked.</summary>
    public static async Task<IReadOnlyList<DeelnameRow>> OfSessieAsync(
        NpgsqlConnection connection, Guid sessieId, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DeelnameRow>(new CommandDefinition(
            $"SELECT {Columns} FROM deelnames WHERE sessie_id = @sessieId AND (id = ANY (@ids) OR code = ANY (@codes)) ORDER BY volgnummer",
            new { sessieId, ids = ids.ToArray(), codes = codes.ToArray() },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Everybody who still expects to take part in a session that is locked.</summary>
    public static async Task<IReadOnlyList<DeelnameRow>> ExpectedAsync(NpgsqlConnection connection, Guid sessieId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DeelnameRow>(new CommandDefinition(
            $"SELECT {Columns} FROM deelnames WHERE sessie_id = @sessieId AND status IN ('aangemeld', 'wachtlijst', 'aangeboden') ORDER BY volgnummer",
            new { sessieId },
            cancellationToken: cancellationToken))).AsList();
}
