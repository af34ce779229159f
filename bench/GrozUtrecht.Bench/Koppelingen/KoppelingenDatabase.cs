using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using Npgsql;

namespace GrozUtrecht.Bench.Koppelingen;

/// <summary>
/// Suppliers over the whole region, each with an offer in every area so that each question weighs all of them, a year of koppelingen,
/// and companies of one partner that ask.
/// </summary>
internal sealed class KoppelingenDatabase : ServiceDatabase
{
    public const int Leveranciers = 5_000;
    public const int Bedrijven = 200;
    private const int Koppelingen = 10_000;

    private const string Fill =
        """
        INSERT INTO leveranciers (id, partner_id, version, soort, status, naam, omschrijving, postcode, gebied, aangemaakt_op, gewijzigd_op)
        SELECT gen_random_uuid(), gen_random_uuid(), 1, ('{zzp,professional,ondernemer,onderwijsinstelling,bewonersinitiatief}'::text[])[1 + g % 5], 'actief',
          'Leverancier ' || g, 'Meting.', (@postcodes)[1 + g % cardinality(@postcodes)], (@gebieden)[1 + g % cardinality(@gebieden)], now(), now()
        FROM generate_series(1, @leveranciers) AS g;

        INSERT INTO aanbod (id, leverancier_id, version, status, titel, omschrijving, onderwerp, vorm, duur_minuten, groep_minimum, groep_maximum, prijssoort,
          prijs_centen, tegenprestatie, gebieden, beschikbaar, beschikbaar_vanaf, leerplek, aangemaakt_op, gewijzigd_op)
        SELECT gen_random_uuid(), id, 1, 'actief', 'Aanbod ' || g, 'Meting.',
          ('{bewegen,voeding,slaap,stress-en-balans,mentale-veerkracht,roken-en-alcohol,werkplek,mantelzorg-en-werk,geldzorgen,verbinding,zingeving,ontwikkeling}'::text[])[1 + g % 12],
          ('{lezing,workshop,cursus,groepsles,coaching,advies,buurtactiviteit,schoolproject}'::text[])[1 + g * 7 % 8], 60, 1 + g % 8, 10 + g % 30,
          CASE WHEN g % 10 = 0 THEN 'gratis' WHEN g % 10 = 1 THEN 'in-natura' ELSE 'euro' END, CASE WHEN g % 10 > 1 THEN 5000 + g * 37 % 60000 END,
          CASE WHEN g % 10 = 1 THEN 'Een lunch.' END, @gebieden, 1 + (g * 104729::bigint % 2097150)::integer, CASE WHEN g % 4 = 0 THEN current_date + g % 90 END,
          g % 6 = 0, now(), now()
        FROM (SELECT id, row_number() OVER (ORDER BY id)::integer AS g FROM leveranciers) AS numbered;

        INSERT INTO bedrijven (id, partner_id, version, kvk_nummer, naam, sector, grootteklasse, postcode, gebied, status, aangemaakt_op, belangstellend_op, lid_op)
        SELECT id, @partner, 1, lpad((10000000 + g)::text, 8, '0'), 'Bedrijf ' || g, 'zorg', 'klein', (@postcodes)[1 + g % cardinality(@postcodes)],
          (@gebieden)[1 + g % cardinality(@gebieden)], 'lid', now(), now(), now()
        FROM unnest(@bedrijven) WITH ORDINALITY AS b (id, g);

        INSERT INTO bedrijfsscans (bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, groepsgrootte, dagdelen, ingevuld_op)
        SELECT id, 1, '{bewegen,voeding,slaap,stress-en-balans,mentale-veerkracht,roken-en-alcohol,werkplek,mantelzorg-en-werk,geldzorgen,verbinding,zingeving,ontwikkeling}',
          ARRAY(SELECT ((g + o) % 4)::integer FROM generate_series(1, 12) AS o ORDER BY o), array_fill(1, ARRAY[12]), '{}', 12, 0, now()
        FROM unnest(@bedrijven) WITH ORDINALITY AS b (id, g);

        INSERT INTO koppelingen (id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door, voorgesteld_door_partner_id,
          groepsgrootte, periode_van, periode_tot_en_met, prijssoort, prijs_centen, score, redenen, akkoord_bedrijf_op, akkoord_bedrijf_partner_id,
          akkoord_leverancier_op, akkoord_leverancier_partner_id, beeindigd_op, aangemaakt_op, verloopt_op, gewijzigd_op)
        SELECT gen_random_uuid(), (@bedrijven)[1 + g * 7 % cardinality(@bedrijven)], a.id, a.leverancier_id, 3, CASE WHEN made THEN 'gemaakt' ELSE 'verlopen' END,
          a.onderwerp, a.vorm, 'bedrijf', @partner, 12, current_date, current_date + 30, a.prijssoort, a.prijs_centen, 60, '[]',
          CASE WHEN made THEN proposed END, CASE WHEN made THEN @partner END, CASE WHEN made THEN proposed END, CASE WHEN made THEN @partner END,
          CASE WHEN NOT made THEN proposed END, proposed, proposed + interval '21 days', proposed
        FROM generate_series(1, @koppelingen) AS g
        JOIN (SELECT id, leverancier_id, onderwerp, vorm, prijssoort, prijs_centen, row_number() OVER (ORDER BY id) AS number FROM aanbod) AS a
          ON a.number = 1 + g * 13 % @leveranciers
        CROSS JOIN LATERAL (SELECT g % 3 = 0 AS made, now() - (g % 500) * interval '1 day' AS proposed) AS facts
        ON CONFLICT DO NOTHING;
        """;

    private KoppelingenDatabase((TestDatabase Own, NpgsqlDataSource Source) made)
        : base(made)
    {
    }

    public Guid[] BedrijfIds { get; } = [.. Enumerable.Range(0, Bedrijven).Select(_ => TestId.Guid())];

    public static async Task<KoppelingenDatabase> CreateAsync()
    {
        var database = new KoppelingenDatabase(await MakeAsync("vitaal-werken", typeof(AanbodIndex).Assembly, preparesStatements: true));
        await database.FillAsync();
        return database;
    }

    private async Task FillAsync()
    {
        string[] postcodes = [.. Postcode4.All.Where(postcode => postcode.Gebied is not null).Select(postcode => postcode.Code)];
        string[] gebieden = [.. Postcode4.All.Select(postcode => postcode.Gebied?.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        await ExecuteAsync(
            Fill,
            ("postcodes", postcodes),
            ("gebieden", gebieden),
            ("leveranciers", Leveranciers),
            ("bedrijven", BedrijfIds),
            ("koppelingen", Koppelingen),
            ("partner", PartnerId));
        await ExecuteAsync("VACUUM ANALYZE");
    }
}
