using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>The counters that keep a person under the caps, whoever pays.</summary>
internal static class VergoedingStore
{
    /// <summary>
    /// What these months and years hold already, and nobody else can add to them until the transaction ends. Always in the same
    /// order, so that two requests never wait for each other.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Maand, long>> LockAsync(
        NpgsqlConnection connection, Guid persoonId, IEnumerable<Maand> maanden, IReadOnlyDictionary<int, Vergoedingsnorm> normen,
        CancellationToken cancellationToken)
    {
        var rows = maanden.Concat(maanden.Select(maand => new Maand(maand.Jaar, 0))).Distinct()
            .Where(maand => normen.ContainsKey(maand.Jaar)).Order(Maand.InOrder).ToList();
        var found = await connection.QueryAsync<(int Jaar, int Maand, long Centen)>(new CommandDefinition(
            """
            insert into vergoedingsteller (persoon_id, jaar, maand, maximum_centen)
            select @persoonId, t.jaar, t.maand, t.maximum from unnest(@jaren, @maanden, @maxima) as t (jaar, maand, maximum)
            on conflict do nothing;

            select v.jaar, v.maand, v.centen
            from vergoedingsteller v join unnest(@jaren, @maanden) as t (jaar, maand) on (v.jaar, v.maand) = (t.jaar, t.maand)
            where v.persoon_id = @persoonId order by v.jaar, v.maand for update of v
            """,
            new
            {
                persoonId,
                jaren = rows.Select(maand => maand.Jaar).ToArray(),
                maanden = rows.Select(maand => maand.Nummer).ToArray(),
                maxima = rows.Select(maand => (long)(maand.Nummer == 0 ? normen[maand.Jaar].JaarCenten : normen[maand.Jaar].MaandCenten)).ToArray(),
            },
            cancellationToken: cancellationToken));
        return found.ToDictionary(row => new Maand(row.Jaar, row.Maand), row => row.Centen);
    }

    /// <summary>Adds to the counters, and notes with the payout what was added. The table's own check is the last lock on the cap.</summary>
    public static Task AddAsync(
        NpgsqlConnection connection, Guid uitbetalingId, Guid persoonId, IReadOnlyDictionary<Maand, Telling> tellingen, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update vergoedingsteller v set centen = v.centen + t.centen, maximum_centen = t.maximum
            from unnest(@jaren, @maanden, @centen, @maxima) as t (jaar, maand, centen, maximum)
            where (v.persoon_id, v.jaar, v.maand) = (@persoonId, t.jaar, t.maand);

            insert into uitbetaling_telling (uitbetaling_id, jaar, maand, centen)
            select @uitbetalingId, t.jaar, t.maand, t.centen from unnest(@jaren, @maanden, @centen) as t (jaar, maand, centen)
            """,
            new
            {
                uitbetalingId,
                persoonId,
                jaren = tellingen.Keys.Select(maand => maand.Jaar).ToArray(),
                maanden = tellingen.Keys.Select(maand => maand.Nummer).ToArray(),
                centen = tellingen.Values.Select(telling => telling.Centen).ToArray(),
                maxima = tellingen.Values.Select(telling => telling.MaximumCenten).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Takes off exactly what these payouts added. Counters are locked in one order, as elsewhere.</summary>
    public static Task SubtractAsync(NpgsqlConnection connection, IReadOnlyList<Guid> uitbetalingIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            select 1 from vergoedingsteller v
            where (v.persoon_id, v.jaar, v.maand) in (
              select u.persoon_id, t.jaar, t.maand from uitbetaling_telling t join uitbetaling u on u.id = t.uitbetaling_id where u.id = any (@ids))
            order by v.persoon_id, v.jaar, v.maand for update;

            update vergoedingsteller v set centen = v.centen - af.centen
            from (
              select u.persoon_id, t.jaar, t.maand, sum(t.centen)::bigint as centen
              from uitbetaling_telling t join uitbetaling u on u.id = t.uitbetaling_id where u.id = any (@ids)
              group by u.persoon_id, t.jaar, t.maand) as af
            where (v.persoon_id, v.jaar, v.maand) = (af.persoon_id, af.jaar, af.maand)
            """,
            new { ids = uitbetalingIds.ToArray() },
            cancellationToken: cancellationToken));
}
