using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>SQL on the invitations of a proeverij and what was promised in answer. Their proeverij is locked before they change.</summary>
internal static class UitnodigingStore
{
    public const string Columns =
        "id, proeverij_id, aanbieder_id, status, kosten_centen, niet_in_rondes, aansluitend, uitgenodigd_op, beantwoord_op";

    private const string ToezeggingColumns =
        "id, proeverij_id, uitnodiging_id, aanbieder_id, activiteit_id, aantal_rondes, capaciteit, duur_minuten, ruimtesoort, rolstoel";

    /// <summary>Invites, or gives false when this aanbieder was invited already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, UitnodigingRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO proeverij_uitnodigingen ({Columns})
            VALUES (@Id, @ProeverijId, @AanbiederId, @Status, @KostenCenten, @NietInRondes, @Aansluitend, @UitgenodigdOp, @BeantwoordOp)
            ON CONFLICT (proeverij_id, aanbieder_id) WHERE status <> 'ingetrokken' DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Stores an answer in the place of the one before, with what is promised; tastings that were composed of the old promise go.</summary>
    public static async Task AnswerAsync(
        NpgsqlConnection connection, UitnodigingRow row, IReadOnlyList<ToezeggingRow> toezeggingen, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM proeverij_toezeggingen WHERE uitnodiging_id = @Id;
            UPDATE proeverij_uitnodigingen
            SET status = @Status, niet_in_rondes = @NietInRondes, aansluitend = @Aansluitend, beantwoord_op = @BeantwoordOp
            WHERE id = @Id;
            """,
            row,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO proeverij_toezeggingen ({ToezeggingColumns})
            VALUES (@Id, @ProeverijId, @UitnodigingId, @AanbiederId, @ActiviteitId, @AantalRondes, @Capaciteit, @DuurMinuten, @Ruimtesoort, @Rolstoel)
            """,
            toezeggingen,
            cancellationToken: cancellationToken));
    }

    /// <summary>An invitation of this proeverij.</summary>
    public static Task<UitnodigingRow?> FindAsync(NpgsqlConnection connection, Guid proeverijId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<UitnodigingRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverij_uitnodigingen WHERE id = @id AND proeverij_id = @proeverijId",
            new { id, proeverijId },
            cancellationToken: cancellationToken));

    /// <summary>An invitation of an aanbieder of this partner.</summary>
    public static Task<UitnodigingRow?> FindOwnAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<UitnodigingRow>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM proeverij_uitnodigingen
            WHERE id = @id AND aanbieder_id IN (SELECT id FROM aanbieders WHERE partner_id = @partnerId)
            """,
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Those of a proeverij who come.</summary>
    public static async Task<IReadOnlyList<UitnodigingRow>> PromisedAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<UitnodigingRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverij_uitnodigingen WHERE proeverij_id = @proeverijId AND status = 'toegezegd' ORDER BY id",
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>What those who come promised, of a whole proeverij or in one invitation.</summary>
    public static async Task<IReadOnlyList<ToezeggingRow>> ToezeggingenAsync(
        NpgsqlConnection connection, Guid proeverijId, Guid[]? uitnodigingIds, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ToezeggingRow>(new CommandDefinition(
            """
            SELECT t.id, t.proeverij_id, uitnodiging_id, t.aanbieder_id, activiteit_id, aantal_rondes, t.capaciteit, duur_minuten, ruimtesoort, rolstoel,
                   a.naam, a.dimensies
            FROM proeverij_toezeggingen t JOIN activiteiten a ON a.id = activiteit_id
            WHERE (@uitnodigingIds::uuid[] IS NULL AND t.proeverij_id = @proeverijId) OR uitnodiging_id = ANY (@uitnodigingIds)
            ORDER BY t.id
            """,
            new { proeverijId, uitnodigingIds },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>How many of these activities are offered by this aanbieder now.</summary>
    public static Task<int> CountOfferedAsync(NpgsqlConnection connection, Guid aanbiederId, Guid[] activiteitIds, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM activiteiten WHERE id = ANY (@activiteitIds) AND aanbieder_id = @aanbiederId AND status = 'gepubliceerd'",
            new { aanbiederId, activiteitIds },
            cancellationToken: cancellationToken));
}
