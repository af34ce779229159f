using Dapper;
using GrozUtrecht.Support.Domain;
using Npgsql;

namespace GrozUtrecht.Support.Data;

internal static class AfspraakStore
{
    /// <summary>
    /// Stores an appointment on the first free plek of its beurt, or on none for a maatje; false when every plek is taken. The
    /// hulpvraag and the helper are locked.
    /// </summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Guid partnerId, AfspraakRow afspraak, bool isMaatje, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO afspraken (
              id, partner_id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, eindigt_op, status, version, aangemaakt_op, beurt_id, plek)
            SELECT @Id, @partnerId, @HulpvraagId, @VoorstelId, @HelperId, @DuurMinuten, @BegintOp, @eindigtOp, @Status, @Version, @AangemaaktOp, b.id,
              CASE WHEN @isMaatje THEN NULL ELSE vrij.plek END
            FROM beurten b
            LEFT JOIN LATERAL (
              SELECT plek FROM generate_series(1, b.plekken) AS plek
              WHERE NOT EXISTS (SELECT FROM afspraken a WHERE a.beurt_id = b.id AND a.plek = plek.plek AND a.status <> 'niet-doorgegaan')
              ORDER BY plek LIMIT 1
            ) vrij ON true
            WHERE b.id = @BeurtId AND (@isMaatje OR vrij.plek IS NOT NULL)
            """,
            new
            {
                afspraak.Id,
                partnerId,
                afspraak.HulpvraagId,
                afspraak.VoorstelId,
                afspraak.HelperId,
                afspraak.DuurMinuten,
                afspraak.BegintOp,
                eindigtOp = afspraak.BegintOp.AddMinutes(afspraak.DuurMinuten),
                afspraak.Status,
                afspraak.Version,
                afspraak.AangemaaktOp,
                afspraak.BeurtId,
                isMaatje,
            },
            cancellationToken: cancellationToken)) == 1;

    public static Task<AfspraakRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AfspraakRow>(new CommandDefinition(
            $"SELECT {AfspraakRow.Columns} FROM afspraken WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Stores what the sides have said; the hulpvraag is locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, AfspraakRow afspraak, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE afspraken
            SET status = @Status, helper_doorgegaan = @HelperDoorgegaan, helper_duur_minuten = @HelperDuurMinuten,
              hulpvrager_doorgegaan = @HulpvragerDoorgegaan, hulpvrager_duur_minuten = @HulpvragerDuurMinuten,
              niet_verschenen = @NietVerschenen, version = @Version
            WHERE id = @Id;

            -- A maatje comes along or does not.
            UPDATE afspraken SET status = 'niet-doorgegaan', version = version + 1
            WHERE @Status = 'niet-doorgegaan' AND @Plek IS NOT NULL AND voorstel_id = @VoorstelId AND beurt_id = @BeurtId AND plek IS NULL
              AND status IN ('gepland', 'minuten-verschillen');
            """,
            afspraak,
            cancellationToken: cancellationToken));

    /// <summary>
    /// Calls off what has not begun of the helper who comes (and of who comes along), for one beurt or for this and everything later;
    /// the hulpvraag and its helpers are locked.
    /// </summary>
    public static async Task<IReadOnlyList<AfspraakRow>> CancelByHelperAsync(
        NpgsqlConnection connection, AfspraakRow afspraak, Afmelding said, TimeSpan late, DateTimeOffset now, CancellationToken cancellationToken) =>
        await CancelAsync(
            connection,
            """
            (voorstel_id, beurt_id) IN (
              SELECT voorstel_id, beurt_id FROM afspraken
              WHERE hulpvraag_id = @HulpvraagId AND helper_id = @HelperId AND (id = @Id OR (@andLater AND begint_op > @BegintOp)))
            """,
            afspraak,
            said,
            late,
            now,
            cancellationToken);

    /// <summary>Calls off a beurt, or this one and everything later, with every appointment that has not begun.</summary>
    public static async Task<IReadOnlyList<AfspraakRow>> CancelByHulpvragerAsync(
        NpgsqlConnection connection, AfspraakRow afspraak, Afmelding said, TimeSpan late, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE beurten SET vervallen_op = @now
            WHERE hulpvraag_id = @HulpvraagId AND vervallen_op IS NULL
              AND (id = @BeurtId OR (@andLater AND volgnummer > (SELECT volgnummer FROM beurten WHERE id = @BeurtId)))
            """,
            new { afspraak.HulpvraagId, afspraak.BeurtId, andLater = said.AndLater, now },
            cancellationToken: cancellationToken));
        return await CancelAsync(
            connection, "beurt_id IN (SELECT id FROM beurten WHERE hulpvraag_id = @HulpvraagId AND vervallen_op IS NOT NULL)", afspraak, said, late, now, cancellationToken);
    }

    private static async Task<IReadOnlyList<AfspraakRow>> CancelAsync(
        NpgsqlConnection connection, string which, AfspraakRow afspraak, Afmelding said, TimeSpan late, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<AfspraakRow>(new CommandDefinition(
            $"""
            UPDATE afspraken
            SET status = 'niet-doorgegaan', version = version + 1, afgemeld_op = @now, afgemeld_door = @rol, afmeldcode = @code, afmeldreden = @Reason,
              laat_afgemeld = begint_op < @now + @late
            WHERE status IN ('gepland', 'minuten-verschillen') AND begint_op > @now AND {which}
            RETURNING {AfspraakRow.Columns}
            """,
            new
            {
                afspraak.Id,
                afspraak.HulpvraagId,
                afspraak.HelperId,
                afspraak.BegintOp,
                andLater = said.AndLater,
                rol = Words<Rol>.Of(said.Rol),
                code = Words<Afmeldcode>.Of(said.Code),
                said.Reason,
                late,
                now,
            },
            cancellationToken: cancellationToken))).OrderBy(cancelled => cancelled.BegintOp).ThenBy(cancelled => cancelled.Id).ToList();

    /// <summary>Ends the appointment of a withdrawn hulpvraag, if there is one.</summary>
    public static async Task CancelOfHulpvraagAsync(NpgsqlConnection connection, Guid hulpvraagId, CancellationToken cancellationToken)
    {
        await HelperLock.OfHulpvraagAsync(connection, hulpvraagId, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE afspraken SET status = 'niet-doorgegaan', version = version + 1
            WHERE hulpvraag_id = @hulpvraagId AND status IN ('gepland', 'minuten-verschillen')
            """,
            new { hulpvraagId },
            cancellationToken: cancellationToken));
    }

    /// <summary>What goes into the event once both sides agree: who helped whom, and on which day in the Netherlands.</summary>
    public static Task<FulfilledFacts> FulfilledFactsAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<FulfilledFacts>(new CommandDefinition(
            """
            SELECT h.persoon_id AS helper_persoon_id, v.persoon_id AS hulpvrager_persoon_id, h.soort AS helper_soort,
              (a.begint_op AT TIME ZONE 'Europe/Amsterdam')::date AS uitgevoerd_datum
            FROM afspraken a JOIN helpers h ON h.id = a.helper_id JOIN hulpvragen v ON v.id = a.hulpvraag_id
            WHERE a.id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));
}

/// <summary>See <see cref="AfspraakStore.FulfilledFactsAsync"/>.</summary>
internal sealed record FulfilledFacts
{
    public required Guid HelperPersoonId { get; init; }

    public required Guid HulpvragerPersoonId { get; init; }

    public required string HelperSoort { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }
}
