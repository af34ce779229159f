using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.Bench.Koppelingen;

/// <summary>The same rules as one query, as somebody would write it who keeps nothing in memory; the distances come along as a table.</summary>
internal static class Reference
{
    private const string Sql =
        """
        SELECT id, score FROM (
          SELECT scored.*, row_number() OVER (PARTITION BY leverancier_id ORDER BY score DESC, laatst, id) AS nth FROM (
            SELECT a.id, a.leverancier_id, history.laatst,
              CASE WHEN cardinality(@onderwerpen) = 0 THEN 30 ELSE round(30 * (1 - (array_position(@onderwerpen, a.onderwerp) - 1) / cardinality(@onderwerpen)::numeric)) END
              + round(15 * greatest(0, 1 - place.meters / 15000.0)) + 10
              + round(CASE a.prijssoort WHEN 'gratis' THEN 15 WHEN 'in-natura' THEN 11.25 ELSE 15 * greatest(0, 1 - a.prijs_centen / @maximum::numeric) END)
              + round(10 * CASE WHEN @dagdelen = 0 THEN least(1, bit_count(a.beschikbaar::bit(32)) / 7.0)
                  ELSE bit_count((a.beschikbaar & @dagdelen)::bit(32)) / bit_count(@dagdelen::bit(32))::numeric END
                * greatest(0, 183 - greatest(0, coalesce(a.beschikbaar_vanaf - current_date, 0))) / 183.0)
              + round(5 * least(1, coalesce((current_date - history.laatst::date) / 90.0, 1))) + round(5 * greatest(0, 1 - history.year / 6.0))
              + CASE WHEN history.made = 0 THEN 5 ELSE 0 END + CASE WHEN a.leerplek THEN 5 ELSE 0 END AS score
            FROM aanbod a
            JOIN leveranciers l ON l.id = a.leverancier_id
            JOIN unnest(@postcodes, @meters) AS place (postcode, meters) ON place.postcode = l.postcode
            CROSS JOIN LATERAL (
              SELECT max(k.aangemaakt_op) AS laatst, count(*) FILTER (WHERE k.status = 'gemaakt') AS made,
                count(*) FILTER (WHERE k.status = 'gemaakt' AND greatest(k.akkoord_bedrijf_op, k.akkoord_leverancier_op) > now() - interval '1 year') AS year
              FROM koppelingen k WHERE k.leverancier_id = l.id
            ) AS history
            WHERE a.status = 'actief' AND l.status = 'actief' AND @gebied = ANY (a.gebieden) AND l.partner_id <> @partner
              AND (cardinality(@onderwerpen) = 0 OR a.onderwerp = ANY (@onderwerpen))
              AND @groep BETWEEN a.groep_minimum AND a.groep_maximum AND (a.prijs_centen IS NULL OR a.prijs_centen <= @maximum)
              AND (@dagdelen = 0 OR a.beschikbaar & @dagdelen <> 0)
              AND NOT EXISTS (SELECT FROM koppelingen k WHERE k.aanbod_id = a.id AND k.leverancier_id = l.id AND k.bedrijf_id = @bedrijf AND k.status IN ('voorgesteld', 'gemaakt'))
          ) AS scored
        ) AS ranked
        WHERE nth <= 2 ORDER BY score DESC, laatst NULLS FIRST, id LIMIT @shown
        """;

    private static readonly string[] Postcodes = [.. Postcode4.All.Select(postcode => postcode.Code)];

    public static async Task RunAsync(KoppelingenDatabase database, Koppelvraag vraag, int shown)
    {
        await using var command = database.Source.CreateCommand(Sql);
        foreach (var (name, value) in new (string, object)[]
        {
            ("onderwerpen", Words.Of(vraag.Onderwerpen)), ("maximum", vraag.MaximumPrijsCenten.GetValueOrDefault()), ("dagdelen", vraag.Dagdelen),
            ("postcodes", Postcodes), ("meters", vraag.MetersFrom), ("gebied", vraag.Gebied), ("partner", vraag.PartnerId), ("bedrijf", vraag.BedrijfId),
            ("groep", vraag.Groepsgrootte.GetValueOrDefault()), ("shown", shown),
        })
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows++;
        if (rows != shown)
            throw new InvalidOperationException($"The reference found {rows} offers.");
    }
}
