using Dapper;
using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Reads helpers as matching sees them; the deciding is done in the domain.</summary>
internal static class ProfielStore
{
    /// <summary>
    /// Appointments of the month before count too when the load of a month is looked at shortly after it ended; offers as long, for
    /// help that is registered afterwards. What leaves these windows while a copy in memory still holds it lies too far back to matter.
    /// </summary>
    private const string Facts =
        """
        SELECT h.id, h.persoon_id, h.postcode, h.straal_kilometers, h.categorieen, h.talen, h.vaardigheden, h.auto, h.vog_geldig_tot_datum, h.bezwaren,
          h.maatje_id, h.maximum_minuten_per_week, h.beschikbaarheid::text AS beschikbaarheid, h.uitzonderingen::text AS uitzonderingen,
          h.gepauzeerd_van_datum, h.gepauzeerd_tot_datum, h.laatst_gevraagd_op, werk.*, aanbod.*, gevraagd.*
        FROM helpers h
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(floor(extract(epoch FROM a.begint_op) / 60)::integer ORDER BY a.begint_op, a.id) FILTER (WHERE recent), '{}') AS bezet_van,
            coalesce(array_agg(floor(extract(epoch FROM a.eindigt_op) / 60)::integer ORDER BY a.begint_op, a.id) FILTER (WHERE recent), '{}') AS bezet_tot,
            coalesce(array_agg(v.postcode ORDER BY a.begint_op, a.id) FILTER (WHERE recent), '{}') AS bezet_postcode,
            count(*)::integer AS afspraak_count
          FROM afspraken a JOIN hulpvragen v ON v.id = a.hulpvraag_id
          CROSS JOIN LATERAL (SELECT a.eindigt_op > @now - interval '62 days' AS recent) window_of_interest
          WHERE a.helper_id = h.id AND a.status <> 'niet-doorgegaan'
        ) werk
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(floor(extract(epoch FROM o.van) / 60)::integer ORDER BY o.id), '{}') AS aanbod_van,
            coalesce(array_agg(floor(extract(epoch FROM o.tot) / 60)::integer ORDER BY o.id), '{}') AS aanbod_tot,
            coalesce(array_agg(array_to_string(o.categorieen, ',') ORDER BY o.id), '{}') AS aanbod_categorieen
          FROM aanbiedingen o
          WHERE o.helper_id = h.id AND o.ingetrokken_op IS NULL AND o.tot > @now - interval '62 days'
        ) aanbod
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(floor(extract(epoch FROM s.aangemaakt_op) / 60)::integer ORDER BY s.id), '{}') AS recent_asks
          FROM voorstellen s
          WHERE s.helper_id = h.id AND s.aangemaakt_op > @now - interval '7 days'
        ) gevraagd
        WHERE h.partner_id = @partnerId AND h.verwijderd_op IS NULL
        """;

    /// <summary>One helper of the partner, with the maatje; null when the partner has no such helper.</summary>
    public static async Task<Profiel?> FindAsync(
        NpgsqlConnection connection, Guid partnerId, Guid helperId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<ProfielRow>(new CommandDefinition(
            $"{Facts} AND h.id IN (@helperId, (SELECT maatje_id FROM helpers WHERE id = @helperId))",
            new { partnerId, helperId, now },
            cancellationToken: cancellationToken))).AsList();
        return rows.Find(row => row.Id == helperId) is { } row ? row.ToDomain(MaatjeOf(row, rows.Find)) : null;
    }

    /// <summary>All helpers of the partner, from the tables. <see cref="HelperIndex"/> answers the same question from memory.</summary>
    public static async Task<IReadOnlyList<Profiel>> AllAsync(
        NpgsqlConnection connection, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(connection, partnerId, "", null, now, cancellationToken);
        var rowById = rows.ToDictionary(row => row.Id);
        return [.. rows.Select(row => row.ToDomain(row.MaatjeId is { } maatjeId && rowById.TryGetValue(maatjeId, out var maatje) ? maatje.ToDomain(null) : null))];
    }

    /// <summary>These helpers of the partner; who was removed is not among them.</summary>
    public static Task<IReadOnlyList<ProfielRow>> ReadAsync(
        NpgsqlConnection connection, Guid partnerId, Guid[] ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(connection, partnerId, "AND h.id = ANY (@ids)", ids, now, cancellationToken);

    private static async Task<IReadOnlyList<ProfielRow>> ReadAsync(
        NpgsqlConnection connection, Guid partnerId, string which, Guid[]? ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ProfielRow>(new CommandDefinition(
            $"{Facts} {which}", new { partnerId, ids, now }, cancellationToken: cancellationToken))).AsList();

    private static Profiel? MaatjeOf(ProfielRow row, Func<Predicate<ProfielRow>, ProfielRow?> find) =>
        row.MaatjeId is { } maatjeId ? find(other => other.Id == maatjeId)?.ToDomain(null) : null;
}
