using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GrozUtrecht.Bench.Candidates;

/// <summary>One partner with helpers over the whole region, a third of them with appointments, and hulpvragen that look for a helper.</summary>
internal sealed class CandidatesDatabase : IAsyncDisposable
{
    public const int Helpers = 20_000;
    public const int Hulpvragen = 500;

    private const string FillHelpers =
        """
        INSERT INTO helpers (id, partner_id, persoon_id, postcode, categorieen, straal_kilometers, maximum_minuten_per_week, talen, aangemaakt_op,
          vaardigheden, auto, vog_geldig_tot_datum, bezwaren, beschikbaarheid, laatst_gevraagd_op)
        SELECT gen_random_uuid(), $1, gen_random_uuid(), ($2::text[])[1 + floor(random() * cardinality($2::text[]))::integer],
          ARRAY(SELECT c FROM unnest('{boodschappen,gezelschap,vervoer,klussen,administratie,taal,respijt}'::text[]) AS c WHERE g > 0 ORDER BY random() LIMIT 1 + g % 3),
          2 + floor(random() * 9)::integer, CASE WHEN random() < 0.5 THEN 120 + 60 * (g % 5) END,
          ARRAY(SELECT t FROM unnest('{nl,en,ar,tr,uk}'::text[]) AS t WHERE g > 0 ORDER BY random() LIMIT 1 + g % 2), now() - interval '1 year',
          ARRAY(SELECT v FROM unnest('{rolstoel,dementie,kinderen,koken,tuin,computer,formulieren,elektra}'::text[]) AS v WHERE g > 0 ORDER BY random() LIMIT g % 4),
          g % 3 = 0, CASE WHEN random() < 0.6 THEN current_date + 200 END, CASE WHEN random() < 0.1 THEN '{huisdieren}'::text[] ELSE '{}' END,
          CASE WHEN random() < 0.85 THEN (
            SELECT jsonb_agg(jsonb_build_object('dag', week.dag, 'van', week.van, 'tot', week.tot)) FROM (
              SELECT d.dag, p.van, p.tot FROM unnest('{maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag}'::text[]) AS d (dag)
              CROSS JOIN (VALUES ('09:00', '12:30'), ('13:00', '17:00'), ('18:30', '21:30')) AS p (van, tot)
              WHERE g > 0 ORDER BY random() LIMIT 3 + g % 5) AS week) END,
          CASE WHEN random() < 0.7 THEN now() - random() * interval '60 days' END
        FROM generate_series(1, $3) AS g
        """;

    // One to three appointments for a third of the helpers, each with a hulpvraag and a proposal of its own.
    private const string FillAfspraken =
        """
        CREATE TEMP TABLE werk AS
        SELECT gen_random_uuid() AS vraag, gen_random_uuid() AS voorstel, h.id AS helper, n,
          date_trunc('day', now()) + (-20 + 12 * n + floor(random() * 11)) * interval '1 day' + (9 + floor(random() * 8)) * interval '1 hour' AS begint
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM helpers WHERE partner_id = $1) AS h
        CROSS JOIN LATERAL generate_series(1, 1 + h.number % 3) AS n WHERE h.number % 3 = 0 OR h.number % 100 = 1;
        INSERT INTO hulpvragen (id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op)
        SELECT vraag, $1, gen_random_uuid(), 'gezelschap', 'Meting.', ($2::text[])[1 + floor(random() * cardinality($2::text[]))::integer], 'normaal', 60, begint, 'gepland', 1, now()
        FROM werk;
        SET CONSTRAINTS ALL IMMEDIATE;
        INSERT INTO voorstellen (id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op, beantwoord_op)
        SELECT voorstel, $1, vraag, helper, 'aanvaard', 50, '[]', now() - interval '21 days', now() - interval '20 days' FROM werk;
        INSERT INTO afspraken (id, partner_id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, eindigt_op, status, version, aangemaakt_op)
        SELECT gen_random_uuid(), $1, vraag, voorstel, helper, 60, begint, begint + interval '1 hour', 'gepland', 1, now() FROM werk;
        SET CONSTRAINTS ALL DEFERRED;
        """;

    // Half of them one visit with three possible times, half of them eight weekly visits.
    private const string FillHulpvragen =
        """
        INSERT INTO hulpvragen (id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op,
          talen, gewenste_vaardigheden, vog_vereist)
        SELECT id, $1, gen_random_uuid(), ('{boodschappen,gezelschap,vervoer,klussen,administratie,taal,respijt}'::text[])[1 + n % 7], 'Meting.',
          ($2::text[])[1 + floor(random() * cardinality($2::text[]))::integer], 'normaal', 60, date_trunc('day', now()) + interval '1 day 10 hours', 'open', 1, now(),
          CASE WHEN n % 2 = 0 THEN '{nl}'::text[] ELSE '{ar}' END, CASE WHEN n % 3 = 0 THEN '{dementie,koken}'::text[] ELSE '{}' END, n % 10 = 0
        FROM unnest($3::uuid[]) WITH ORDINALITY AS v (id, n);
        INSERT INTO beurten (id, hulpvraag_id, volgnummer, duur_minuten, plekken, vensters_van, vensters_tot)
        SELECT gen_random_uuid(), v.id, b, 60, 1, ARRAY(SELECT van FROM unnest(moments.van) AS van ORDER BY van), ARRAY(SELECT van + interval '3 hours' FROM unnest(moments.van) AS van ORDER BY van)
        FROM unnest($3::uuid[]) WITH ORDINALITY AS v (id, n)
        CROSS JOIN LATERAL generate_series(1, CASE WHEN v.n % 2 = 0 THEN 8 ELSE 1 END) AS b
        CROSS JOIN LATERAL (
          SELECT array_agg(date_trunc('day', now()) + ((v.n * 3 + d) % 7 + 1 + 7 * (b - 1)) * interval '1 day' + (8 + (v.n + 3 * d) % 9) * interval '1 hour') AS van
          FROM generate_series(0, CASE WHEN v.n % 2 = 0 THEN 0 ELSE 2 END) AS d) AS moments;
        """;

    private readonly TestDatabase own;

    private CandidatesDatabase(TestDatabase own, NpgsqlDataSource source, int hulpvragen) =>
        (this.own, Source, HulpvraagIds) = (own, source, [.. Enumerable.Range(0, hulpvragen).Select(_ => TestId.Guid())]);

    public Guid PartnerId { get; } = TestId.Guid();

    public Guid[] HulpvraagIds { get; }

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => own.ConnectionString;

    public static async Task<CandidatesDatabase> CreateAsync(int hulpvragen = Hulpvragen)
    {
        DapperTypes.Register();
        var database = await TestDatabase.CreateAsync();
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 });
        var candidates = new CandidatesDatabase(database, source, hulpvragen);
        var service = new ServiceDescription("support", "", "", typeof(HelperIndex).Assembly);
        await Migrations.ApplyAsync(source, service, NullLogger.Instance, CancellationToken.None);
        await candidates.FillAsync();
        return candidates;
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await own.DisposeAsync();
    }

    private async Task FillAsync()
    {
        string[] postcodes = [.. Postcode4.All.Select(postcode => postcode.Code)];
        await ExecuteAsync(FillHelpers, PartnerId, postcodes, Helpers);
        await using (var connection = await Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var (sql, ids) in new[] { (FillAfspraken, Array.Empty<Guid>()), (FillHulpvragen, HulpvraagIds) })
            {
                // Each statement names other parameters, so they are sent one by one.
                foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    await using var command = new NpgsqlCommand(Named(statement), connection) { CommandTimeout = 600 };
                    command.Parameters.AddWithValue("partner", PartnerId);
                    command.Parameters.AddWithValue("postcodes", postcodes);
                    command.Parameters.AddWithValue("ids", ids);
                    await command.ExecuteNonQueryAsync();
                }
            }

            await transaction.CommitAsync();
        }

        await ExecuteAsync("VACUUM ANALYZE");
    }

    private static string Named(string sql) => sql.Replace("$1", "@partner", StringComparison.Ordinal)
        .Replace("$2", "@postcodes", StringComparison.Ordinal).Replace("$3", "@ids", StringComparison.Ordinal).TrimEnd(';');
}
