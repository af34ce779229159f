using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Afspraken;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>afspraken</c>.</summary>
internal sealed record AfspraakRow
{
    public const string Columns =
        """
        id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, status, helper_doorgegaan, helper_duur_minuten,
        hulpvrager_doorgegaan, hulpvrager_duur_minuten, bijgeschreven_minuten, bijgeschreven_op, version, aangemaakt_op, beurt_id, plek
        """;

    public required Guid Id { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid VoorstelId { get; init; }

    public required Guid HelperId { get; init; }

    public required int DuurMinuten { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required string Status { get; init; }

    public bool? HelperDoorgegaan { get; init; }

    public int? HelperDuurMinuten { get; init; }

    public bool? HulpvragerDoorgegaan { get; init; }

    public int? HulpvragerDuurMinuten { get; init; }

    public int? BijgeschrevenMinuten { get; init; }

    public DateTimeOffset? BijgeschrevenOp { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required Guid BeurtId { get; init; }

    /// <summary>Null for a maatje, who comes along and fills none.</summary>
    public int? Plek { get; init; }

    public Afspraak ToDomain() => new(
        Words<AfspraakStatus>.Read(Status),
        HelperDoorgegaan is { } helper ? new(helper, HelperDuurMinuten!.Value) : null,
        HulpvragerDoorgegaan is { } hulpvrager ? new(hulpvrager, HulpvragerDuurMinuten!.Value) : null);

    public AfspraakRow With(Afspraak afspraak) => this with
    {
        Status = Words<AfspraakStatus>.Of(afspraak.Status),
        HelperDoorgegaan = afspraak.Helper?.Doorgegaan,
        HelperDuurMinuten = afspraak.Helper?.DurationMinutes,
        HulpvragerDoorgegaan = afspraak.Hulpvrager?.Doorgegaan,
        HulpvragerDuurMinuten = afspraak.Hulpvrager?.DurationMinutes,
        Version = Version + 1,
    };

    public AfspraakResponse ToResponse()
    {
        var afspraak = ToDomain();
        return new(
            Id,
            HulpvraagId,
            VoorstelId,
            HelperId,
            afspraak.Status,
            BegintOp,
            DuurMinuten,
            BevestigingResponse.Of(afspraak.Helper),
            BevestigingResponse.Of(afspraak.Hulpvrager),
            BijgeschrevenMinuten,
            BijgeschrevenOp,
            AangemaaktOp,
            BeurtId,
            Plek is null);
    }
}

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
              hulpvrager_doorgegaan = @HulpvragerDoorgegaan, hulpvrager_duur_minuten = @HulpvragerDuurMinuten, version = @Version
            WHERE id = @Id
            """,
            afspraak,
            cancellationToken: cancellationToken));

    /// <summary>Ends the appointment of a withdrawn hulpvraag, if there is one.</summary>
    public static Task CancelOfHulpvraagAsync(NpgsqlConnection connection, Guid hulpvraagId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE afspraken SET status = 'niet-doorgegaan', version = version + 1
            WHERE hulpvraag_id = @hulpvraagId AND status IN ('gepland', 'minuten-verschillen')
            """,
            new { hulpvraagId },
            cancellationToken: cancellationToken));

    /// <summary>What goes into the event once both sides agree: who helped whom, and on which day in the Netherlands.</summary>
    public static Task<FulfilledFacts> FulfilledFactsAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<FulfilledFacts>(new CommandDefinition(
            """
            SELECT h.persoon_id AS helper_persoon_id, v.persoon_id AS hulpvrager_persoon_id,
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

    public required DateOnly UitgevoerdDatum { get; init; }
}
