using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Bench.Activiteiten;

/// <summary>An offer over the whole region: activities of verified aanbieders, with sessions over half a year.</summary>
internal sealed class AanbodDatabase : ServiceDatabase
{
    public const int PopularCapacity = 1_000;

    // Sixteen kinds of things to do, with words that people look for.
    private const string FillActiviteiten =
        """
        WITH aanbieder AS (
          INSERT INTO aanbieders (id, partner_id, version, soort, status, naam, omschrijving, gebieden, beoordeeld_op, aangemaakt_op, gewijzigd_op)
          SELECT gen_random_uuid(), @partner, 1, 'initiatief', 'geverifieerd', 'Buurtinitiatief ' || g, 'Samen doen.', '{nieuwegein}', now(), now(), now()
          FROM generate_series(1, 50) AS g RETURNING id
        ), numbered AS (SELECT id, row_number() OVER () - 1 AS number FROM aanbieder)
        INSERT INTO activiteiten (id, partner_id, version, status, naam, omschrijving, dimensies, drempels, postcode, gebied, locatienaam, prijs_centen,
          capaciteit, aanbieder_id, openactive_concept, aangemaakt_op, gewijzigd_op, gepubliceerd_op)
        SELECT gen_random_uuid(), @partner, 1, 'gepubliceerd',
          (ARRAY['Wandelen','Samen koken','Yoga','Fietsles','Dansen','Zwemmen','Tai chi','Taalcafé','Tuinieren','Schilderen','Zingen','Schaken','Hardlopen','Mantelzorgsalon','Voetbal','Mindfulness'])[1 + g % 16] || ' groep ' || g,
          'Elke week met de buurt, met koffie of thee na afloop. ' || repeat('Iedereen is welkom en u kunt zo instappen. ', 1 + g % 8),
          ARRAY[(ARRAY['lichaamsfuncties','mentaal-welbevinden','zingeving','kwaliteit-van-leven','meedoen','dagelijks-functioneren'])[1 + g % 6]],
          CASE g % 4 WHEN 0 THEN '{gratis,kind-welkom}' WHEN 1 THEN '{gratis}' WHEN 2 THEN '{rolstoeltoegankelijk}' ELSE '{}' END::text[],
          (@postcodes)[1 + floor(random() * cardinality(@postcodes))::integer], 'nieuwegein', 'Buurthuis ' || g % 40, 0, 15,
          (SELECT id FROM numbered WHERE number = g % 50), @concept, now(), now(), now()
        FROM generate_series(1, @activiteiten) AS g
        """;

    private const string FillSessies =
        """
        INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op, capaciteit)
        SELECT gen_random_uuid(), id, begint, begint + interval '1 hour', now(), 15
        FROM (
          SELECT a.id, date_trunc('day', now()) + (1 + (a.number + (s * 182) / @per) % 182) * interval '1 day' + (8 + (a.number * 7 + s) % 12) * interval '1 hour' AS begint
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM activiteiten) AS a CROSS JOIN generate_series(0, @per - 1) AS s) AS planned
        ON CONFLICT DO NOTHING
        """;

    private AanbodDatabase((TestDatabase Own, NpgsqlDataSource Source) made)
        : base(made)
    {
    }

    /// <param name="activiteiten">How many activities.</param>
    /// <param name="sessiesPerActiviteit">How many sessions each has.</param>
    /// <param name="concept">The OpenActive concept of all of them; null keeps them out of the feed.</param>
    public static async Task<AanbodDatabase> CreateAsync(int activiteiten, int sessiesPerActiviteit, string? concept)
    {
        var database = new AanbodDatabase(await MakeAsync("lifestyle", typeof(SessieStore).Assembly));
        string[] postcodes = [.. Postcode4.All.Select(postcode => postcode.Code)];
        await database.ExecuteAsync(
            FillActiviteiten, ("partner", database.PartnerId), ("postcodes", postcodes), ("activiteiten", activiteiten), ("concept", (object?)concept ?? DBNull.Value));
        await database.ExecuteAsync(FillSessies, ("per", sessiesPerActiviteit));
        await database.ExecuteAsync("VACUUM ANALYZE");
        return database;
    }

    /// <summary>The first session, with many places.</summary>
    public async Task<Guid> PopularAsync() => (Guid)(await ScalarAsync(
        "UPDATE sessies SET capaciteit = @capacity WHERE id = (SELECT id FROM sessies ORDER BY begint_op DESC, id LIMIT 1) RETURNING id", ("capacity", PopularCapacity)))!;
}
