using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>Gathers in one query what matching needs to know of helpers in view of one hulpvraag; the deciding is done in the domain.</summary>
internal static class KandidaatStore
{
    /// <summary>The nearest so many helpers are weighed; whoever lives farther away would score lower anyway.</summary>
    private const int MaximumHelpers = 2_000;

    // A week starts on Monday in the Netherlands, summer time included, which PostgreSQL knows best.
    private const string Facts =
        """
        SELECT h.id AS helper_id, nabij.meters AS distance_meters, h.straal_kilometers AS radius_kilometers,
          v.categorie = ANY (h.categorieen) AS offers_categorie, cardinality(h.categorieen) AS categorie_count,
          h.persoon_id = v.persoon_id AS is_hulpvrager,
          EXISTS (SELECT FROM voorstellen WHERE hulpvraag_id = v.id AND helper_id = h.id) AS was_asked,
          werk.is_occupied, werk.week_minutes, h.maximum_minuten_per_week AS maximum_week_minutes, werk.afspraak_count, h.laatst_gevraagd_op
        FROM hulpvragen v
        JOIN helpers h ON h.partner_id = v.partner_id AND h.verwijderd_op IS NULL
        JOIN unnest(@postcodes, @meters) AS nabij (postcode, meters) ON nabij.postcode = h.postcode
        CROSS JOIN LATERAL (
          SELECT count(*)::integer AS afspraak_count,
            coalesce(bool_or(tstzrange(a.begint_op, a.eindigt_op) && tstzrange(v.begint_op, v.begint_op + make_interval(mins => v.duur_minuten))), false)
              AS is_occupied,
            coalesce(sum(a.duur_minuten) FILTER (
              WHERE date_trunc('week', a.begint_op, 'Europe/Amsterdam') = date_trunc('week', v.begint_op, 'Europe/Amsterdam')), 0)::integer AS week_minutes
          FROM afspraken a
          WHERE a.helper_id = h.id AND a.status <> 'niet-doorgegaan'
        ) werk
        WHERE v.id = @hulpvraagId
        """;

    private const string Nearby =
        $"""
        {Facts} AND v.categorie = ANY (h.categorieen) AND nabij.meters <= h.straal_kilometers * 1000
        ORDER BY nabij.meters, h.id
        LIMIT @limit
        """;

    private const string One = $"{Facts} AND h.id = @helperId";

    /// <summary>Helpers who offer this help and come this far; the other filters are the domain's.</summary>
    public static async Task<IReadOnlyList<Kandidaat>> NearbyAsync(NpgsqlConnection connection, HulpvraagRow hulpvraag, CancellationToken cancellationToken)
    {
        var (postcodes, meters) = DistancesFrom(hulpvraag.Postcode);
        return (await connection.QueryAsync<Kandidaat>(new CommandDefinition(
            Nearby, new { hulpvraagId = hulpvraag.Id, postcodes, meters, limit = MaximumHelpers }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One helper of the same partner, whatever the filters say; null when the partner has no such helper.</summary>
    public static Task<Kandidaat?> FindAsync(NpgsqlConnection connection, HulpvraagRow hulpvraag, Guid helperId, CancellationToken cancellationToken)
    {
        var (postcodes, meters) = DistancesFrom(hulpvraag.Postcode);
        return connection.QuerySingleOrDefaultAsync<Kandidaat>(new CommandDefinition(
            One, new { hulpvraagId = hulpvraag.Id, postcodes, meters, helperId }, cancellationToken: cancellationToken));
    }

    private static (string[] Postcodes, int[] Meters) DistancesFrom(string code)
    {
        if (!Postcode4.TryFind(code, out var origin))
        {
            throw new InvalidOperationException("A stored postcode has left the table of postcodes.");
        }

        return ([.. Postcode4.All.Select(postcode => postcode.Code)], [.. Postcode4.All.Select(origin.DistanceMetersTo)]);
    }
}
