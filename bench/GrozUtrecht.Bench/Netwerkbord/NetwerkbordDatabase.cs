using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Netwerken;
using Npgsql;

namespace GrozUtrecht.Bench.Netwerkbord;

/// <summary>A network with a thousand companies, each a different way on: meetings, scans, koppelingen, programmes with people, contributions.</summary>
internal sealed class NetwerkbordDatabase : ServiceDatabase
{
    public const int Bedrijven = 1_000;
    public const string Gebied = "nieuwegein";

    // Rules that hold for what people do one by one are left out while the tables are filled.
    private const string Fill =
        """
        SET session_replication_role = replica;
        INSERT INTO netwerkcoordinatoren (gebied, partner_id, aangewezen_op) VALUES (@gebied, @partnerId, now());
        INSERT INTO bedrijven (id, partner_id, version, kvk_nummer, naam, sector, grootteklasse, postcode, gebied, status, aangemaakt_op, belangstellend_op, lid_op)
        SELECT gen_random_uuid(), gen_random_uuid(), 1, lpad(g::text, 8, '0'), 'Bedrijf ' || g, 'ict', 'klein', '3431', @gebied,
          CASE WHEN g % 5 = 0 THEN 'belangstellend' ELSE 'lid' END, now(), now() - g % 90 * interval '1 day', CASE WHEN g % 5 > 0 THEN now() - g % 60 * interval '1 day' END
        FROM generate_series(1, @bedrijven) AS g;
        CREATE TEMP TABLE nummers AS SELECT id, row_number() OVER (ORDER BY kvk_nummer)::integer AS g FROM bedrijven;

        INSERT INTO inspiratiebijeenkomsten (id, bedrijf_id, gebied, version, status, plek, begint_op, eindigt_op, verwacht_aantal, aanwezig_aantal, afspraken, opvolging_datum,
          aangemaakt_op, gewijzigd_op, gehouden_op, opgevolgd_op)
        SELECT gen_random_uuid(), id, @gebied, 2, CASE g % 3 WHEN 0 THEN 'gepland' WHEN 1 THEN 'gehouden' ELSE 'opgevolgd' END, 'Kantine',
          now() - (g % 40 + 1) * interval '1 day', now() - (g % 40 + 1) * interval '1 day' + interval '1 hour', 25, CASE WHEN g % 3 > 0 THEN 20 END,
          CASE WHEN g % 3 = 2 THEN '{bedrijfsscan}'::text[] END, CASE WHEN g % 3 = 2 THEN current_date END, now(), now(),
          CASE WHEN g % 3 > 0 THEN now() - (g % 40) * interval '1 day' END, CASE WHEN g % 3 = 2 THEN now() END
        FROM nummers WHERE g % 10 > 0;
        INSERT INTO leveranciers (id, partner_id, version, soort, status, naam, omschrijving, postcode, gebied, aangemaakt_op, gewijzigd_op)
        SELECT gen_random_uuid(), gen_random_uuid(), 1, 'zzp', 'actief', 'Leverancier ' || g, 'Meting.', '3431', @gebied, now(), now() FROM generate_series(1, 300) AS g;
        INSERT INTO koppelingen (id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door, voorgesteld_door_partner_id, groepsgrootte,
          periode_van, periode_tot_en_met, prijssoort, score, redenen, akkoord_bedrijf_op, akkoord_bedrijf_partner_id, akkoord_leverancier_op, akkoord_leverancier_partner_id,
          aangemaakt_op, verloopt_op, gewijzigd_op)
        SELECT gen_random_uuid(), id, gen_random_uuid(), (SELECT id FROM leveranciers LIMIT 1), 1, s, 'bewegen', 'workshop', 'bedrijf', id, 10, current_date, current_date + 90, 'gratis', 50, '[]',
          CASE s WHEN 'gemaakt' THEN now() - g % 50 * interval '1 day' END, CASE s WHEN 'gemaakt' THEN id END, CASE s WHEN 'gemaakt' THEN now() - g % 50 * interval '1 day' END, CASE s WHEN 'gemaakt' THEN id END,
          now() - g % 30 * interval '1 day', now() + interval '1 year', now()
        FROM nummers CROSS JOIN (VALUES ('gemaakt'), ('gemaakt'), ('voorgesteld')) AS kinds (s) WHERE g % 4 > 0;
        INSERT INTO programmas (id, bedrijf_id, partner_id, gebied, version, status, naam, doel, geldende_versie, begin_datum, eind_datum, aangemaakt_op, overeengekomen_op, gestart_op, afgesloten_op)
        SELECT gen_random_uuid(), id, id, @gebied, 3, s, 'Programma', 'Doel', 1, current_date - 60, current_date, now(), now() - g % 60 * interval '1 day', now(), CASE s WHEN 'afgesloten' THEN now() END
        FROM nummers CROSS JOIN (VALUES ('lopend'), ('afgesloten')) AS kinds (s) WHERE g % 2 = 0;
        INSERT INTO programmaversies (programma_id, versie, status, begin_datum, eind_datum, opgesteld_op, voorgesteld_op, overeengekomen_op)
        SELECT id, 1, 'overeengekomen', begin_datum, eind_datum, now(), now(), now() FROM programmas;
        INSERT INTO programmaversies (programma_id, versie, status, begin_datum, eind_datum, opgesteld_op, voorgesteld_op)
        SELECT id, 2, 'voorgesteld', begin_datum, eind_datum, now(), now() - interval '20 days' FROM programmas WHERE status = 'lopend' AND random() < 0.3;
        INSERT INTO programmasessies (id, programma_id, versie, module_nummer, sessie_sleutel, begint_op, eindigt_op, locatie, capaciteit)
        SELECT gen_random_uuid(), id, 1, 1, gen_random_uuid(), now() - s * interval '7 days', now() - s * interval '7 days' + interval '1 hour', 'Kantine', 20
        FROM programmas CROSS JOIN generate_series(1, 6) AS s;
        INSERT INTO medewerkers.tellingen (programma_id, sessie_sleutel, datum, saldo)
        SELECT id, NULL, current_date - d, 1 + d % 3 FROM programmas CROSS JOIN generate_series(1, 20) AS d;
        INSERT INTO bedrijfsscans (bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, dagdelen, ingevuld_op)
        SELECT id, 1, '{slaap,bewegen}', '{2,1}', '{2,1}', '{}', 0, now() - g % 70 * interval '1 day' FROM nummers WHERE g % 3 > 0;
        INSERT INTO bijdragen (id, version, bedrijf_id, gever_partner_id, gebied, soort, status, ontvanger_soort, ontvanger_partner_id, omschrijving, dagdelen, toegezegd_datum,
          gepland_datum, aangemaakt_op, gewijzigd_op)
        SELECT gen_random_uuid(), 2, id, id, @gebied, 'ruimte', 'gepland', 'partner', gen_random_uuid(), 'Ruimte', 2, current_date - 60, current_date - g % 40, now(), now()
        FROM nummers CROSS JOIN generate_series(1, 2);
        SET session_replication_role = DEFAULT;
        """;

    private NetwerkbordDatabase((TestDatabase Own, NpgsqlDataSource Source) made)
        : base(made)
    {
    }

    public static async Task<NetwerkbordDatabase> CreateAsync()
    {
        var database = new NetwerkbordDatabase(await MakeAsync("vitaal-werken", typeof(BordStore).Assembly));
        await database.ExecuteAsync(Fill, ("gebied", Gebied), ("partnerId", database.PartnerId), ("bedrijven", Bedrijven));
        await database.ExecuteAsync("VACUUM ANALYZE");
        return database;
    }
}
