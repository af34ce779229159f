using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using Npgsql;

namespace GrozUtrecht.Bench.Polsmetingen;

/// <summary>One large programme, and others beside it: people who answered each pulse for each subject.</summary>
internal sealed class PolsmetingDatabase : ServiceDatabase
{
    public const int People = 2_800;
    public const int Subjects = 12;
    public const int Answers = People * Subjects * 3;

    private const int OtherProgrammes = 40;
    private const int OtherPeople = 150;

    // Rules that hold for what people do one by one are left out while the tables are filled.
    private const string Fill =
        """
        SET session_replication_role = replica;
        INSERT INTO bedrijven (id, partner_id, version, kvk_nummer, naam, sector, grootteklasse, postcode, gebied, status, aangemaakt_op, belangstellend_op, lid_op)
        VALUES (@id, @partnerId, 1, '12345678', 'Bakkerij De Ochtend', 'detailhandel', 'groot', '3431', 'nieuwegein', 'lid', now(), now(), now());
        INSERT INTO programmas (id, bedrijf_id, partner_id, gebied, version, status, naam, doel, geldende_versie, begin_datum, eind_datum, aangemaakt_op, overeengekomen_op, gestart_op, afgesloten_op)
        SELECT CASE g WHEN 0 THEN @id ELSE gen_random_uuid() END, @id, @partnerId, 'nieuwegein', 2, 'afgesloten', 'Fit de lente in', 'Minder uitval', 1, '2026-01-05', '2026-06-30', now(), now(), now(), now()
        FROM generate_series(0, @others) AS g;
        INSERT INTO programmaversies (programma_id, versie, status, begin_datum, eind_datum, opgesteld_op, voorgesteld_op, overeengekomen_op)
        SELECT id, 1, 'overeengekomen', begin_datum, eind_datum, now(), now(), now() FROM programmas;
        INSERT INTO modules (id, programma_id, versie, nummer, koppeling_id, aanbod_id, leverancier_id, onderwerp, titel, groep_minimum, groep_maximum, prijs_centen)
        SELECT gen_random_uuid(), id, 1, nummer, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), subject, 'Module ' || nummer, 1, 500, 25000
        FROM programmas CROSS JOIN unnest(@subjects) WITH ORDINALITY AS s (subject, nummer);
        INSERT INTO programmasessies (id, programma_id, versie, module_nummer, sessie_sleutel, begint_op, eindigt_op, locatie, capaciteit)
        SELECT gen_random_uuid(), programma_id, 1, nummer, gen_random_uuid(), now(), now() + interval '1 hour', 'Kantine', 500
        FROM modules CROSS JOIN generate_series(1, 6);
        INSERT INTO medewerkers.deelnames (programma_id, sleutel_hash)
        SELECT id, sha256(gen_random_uuid()::text::bytea) FROM programmas CROSS JOIN LATERAL generate_series(1, CASE id WHEN @id THEN @people ELSE @otherPeople END);
        INSERT INTO medewerkers.polsantwoorden (deelname_id, onderwerp, start, midden, einde)
        SELECT id, subject, floor(random() * 11), floor(random() * 11), floor(random() * 11) FROM medewerkers.deelnames CROSS JOIN unnest(@subjects) AS subject;
        INSERT INTO medewerkers.aanwezigheden (deelname_id, sessie_sleutel)
        SELECT deelname.id, sessie_sleutel FROM medewerkers.deelnames AS deelname JOIN programmasessies USING (programma_id) WHERE random() < 0.06;
        INSERT INTO medewerkers.ervaringen (deelname_id, cijfer, aanraden) SELECT id, 1 + floor(random() * 10), random() < 0.8 FROM medewerkers.deelnames;
        INSERT INTO programmaverslagen (programma_id, polsmeting_tot_en_met) VALUES (@id, '2026-07-14');
        SET session_replication_role = origin;
        """;

    private PolsmetingDatabase((TestDatabase Own, NpgsqlDataSource Source) made)
        : base(made)
    {
    }

    public Guid ProgrammaId { get; } = TestId.Guid();

    public static async Task<PolsmetingDatabase> CreateAsync()
    {
        var database = new PolsmetingDatabase(await MakeAsync("vitaal-werken", typeof(ProgrammaStore).Assembly));
        string[] subjects =
        [
            "bewegen", "voeding", "slaap", "stress-en-balans", "mentale-veerkracht", "roken-en-alcohol", "werkplek", "mantelzorg-en-werk", "geldzorgen",
            "verbinding", "zingeving", "ontwikkeling",
        ];
        await database.ExecuteAsync(
            Fill,
            ("id", database.ProgrammaId),
            ("partnerId", database.PartnerId),
            ("people", People),
            ("otherPeople", OtherPeople),
            ("others", OtherProgrammes),
            ("subjects", subjects));
        await database.ExecuteAsync("VACUUM ANALYZE");
        return database;
    }
}
