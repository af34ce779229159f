using Dapper;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>How questions come into the inbox and find a buurtassistent.</summary>
internal static class SocialeVraagStore
{
    /// <summary>
    /// Opens a question about a hulpvraag that came to a dead end and gives it to who is on duty in the buurt; with nobody on duty it
    /// waits in the inbox of the buurt, and with no buurt in that of the partner. It joins the transaction of the caller, who publishes
    /// HulpvraagEscalated when the question is new. What the asker wrote stays with the hulpvraag.
    /// </summary>
    /// <param name="reason">One of <see cref="EscalatieReden"/>.</param>
    public static async Task<Escalatie> OpenForHulpvraagAsync(
        NpgsqlConnection connection,
        Guid partnerId,
        Guid hulpvraagId,
        string postcode,
        Urgentie urgentie,
        Guid? persoonId,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var buurtId = await BuurtStore.FindOfPostcodeAsync(connection, partnerId, postcode, cancellationToken);
        // Somebody else may escalate it at the same moment: then this waits, and finds the question of the other.
        var (id, assistentId, isNew) = await connection.QuerySingleAsync<(Guid Id, Guid? AssistentId, bool IsNew)>(new CommandDefinition(
            """
            INSERT INTO sociale_vragen (id, partner_id, buurt_id, postcode, bron, hulpvraag_id, reden, persoon_id, urgentie, status, version, aangemaakt_op)
            VALUES (@id, @partnerId, @buurtId, @postcode, 'hulpvraag', @hulpvraagId, @reason, @persoonId, @urgentie, 'nieuw', 1, @now)
            ON CONFLICT (hulpvraag_id, reden) WHERE status <> 'afgerond' DO UPDATE SET reden = EXCLUDED.reden
            RETURNING id, buurtassistent_id, xmax = 0
            """,
            new { id = Guid.CreateVersion7(now), partnerId, buurtId, postcode, hulpvraagId, reason, persoonId, urgentie = Words<Urgentie>.Of(urgentie), now },
            cancellationToken: cancellationToken));
        if (!isNew)
        {
            return new(id, assistentId, IsNew: false);
        }

        await AddStapAsync(connection, id, Stap.Gesteld, null, now, cancellationToken);
        return new(id, await AssignAsync(connection, id, buurtId, now, cancellationToken), IsNew: true);
    }

    /// <summary>Gives a new question to who is on duty in its buurt and has the least to do; null when nobody is on duty.</summary>
    public static async Task<Guid?> AssignAsync(
        NpgsqlConnection connection, Guid id, Guid? buurtId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Who was given one longest ago comes first among equals; who never was, before everybody.
        var assistentId = await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            UPDATE sociale_vragen SET toegewezen_op = @now, buurtassistent_id = chosen.id
            FROM (
              SELECT d.buurtassistent_id AS id
              FROM diensten d
              LEFT JOIN sociale_vragen v ON v.buurtassistent_id = d.buurtassistent_id
              WHERE d.buurt_id = @buurtId AND d.buurtassistent_id IS NOT NULL AND d.begint_op <= @now AND d.eindigt_op > @now
              GROUP BY d.buurtassistent_id
              ORDER BY count(*) FILTER (WHERE v.status <> 'afgerond'), max(v.toegewezen_op) NULLS FIRST, d.buurtassistent_id
              LIMIT 1) chosen
            WHERE sociale_vragen.id = @id
            RETURNING buurtassistent_id
            """,
            new { id, buurtId, now },
            cancellationToken: cancellationToken));
        if (assistentId is { } found)
        {
            await AddStapAsync(connection, id, Stap.Toegewezen, found, now, cancellationToken);
        }

        return assistentId;
    }

    /// <summary>Adds to the history of a question.</summary>
    public static Task AddStapAsync(
        NpgsqlConnection connection, Guid id, Stap stap, Guid? buurtassistentId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO sociale_vraag_stappen (sociale_vraag_id, stap, buurtassistent_id, opgetreden_op) VALUES (@id, @stap, @buurtassistentId, @now)",
            new { id, stap = Words<Stap>.Of(stap), buurtassistentId, now },
            cancellationToken: cancellationToken));
}
