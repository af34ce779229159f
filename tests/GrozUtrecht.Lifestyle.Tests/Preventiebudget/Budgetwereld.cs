using Dapper;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

/// <summary>A budget with an activity and a session, put in the database as they are, so that a test is about money only.</summary>
internal sealed class Budgetwereld(LifestyleFixture service)
{
    public static readonly DateOnly Dag = new(2026, 6, 10);
    public static readonly DateTimeOffset BegintOp = new(2026, 6, 10, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = BegintOp.AddDays(-7);

    public Guid BudgetId { get; } = TestId.Guid();

    public Guid PartnerId { get; } = TestId.Guid();

    public Guid ActiviteitId { get; } = TestId.Guid();

    public Guid SessieId { get; } = TestId.Guid();

    public int PrijsCenten { get; init; } = 1_000;

    public DateTimeOffset SessieOp { get; init; } = BegintOp;

    public string Address => $"/lifestyle/v1/preventiebudgetten/{BudgetId}";

    /// <summary>The partner that manages the budget.</summary>
    public HttpClient Beheerder() => service.ClientFor(PartnerId, "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:preventiebudget");

    public async Task<Budgetwereld> WithAsync(
        long bedragCenten, int maximumCenten = 1_000_000, string eigenBijdrage = "geen", int waarde = 0, string bijNietVerschijnen = "vrijgeven",
        int afmeldenTotUren = 24)
    {
        await ExecuteAsync(
            """
            insert into activiteiten (id, partner_id, version, status, naam, omschrijving, dimensies, drempels, postcode, gebied, locatienaam,
              prijs_centen, capaciteit, aangemaakt_op, gewijzigd_op, gepubliceerd_op)
            values (@ActiviteitId, @PartnerId, 1, 'gepubliceerd', 'Wandelen', 'Samen.', '{meedoen,zingeving}', '{}', '3431', 'nieuwegein', 'Buurthuis',
              @PrijsCenten, 1000, @Now, @Now, @Now);
            insert into sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op) values (@SessieId, @ActiviteitId, @SessieOp, @EindigtOp, @Now);
            insert into preventiebudgetten (id, partner_id, version, status, naam, verzekeraar, uzovi, gemeente, gebieden, van_datum, tot_en_met_datum,
              bedrag_centen, maximum_per_persoon_centen, activiteit_ids, dimensies, eigen_bijdrage_soort, eigen_bijdrage_waarde, bij_niet_verschijnen,
              afmelden_tot_uren, aangemaakt_op, gewijzigd_op, geopend_op)
            values (@BudgetId, @PartnerId, 1, 'open', 'Meedoen', 'VGZ', '7095', 'Nieuwegein', '{nieuwegein}', '2026-01-01', '2026-12-31',
              @bedragCenten, @maximumCenten, '{}', '{zingeving}', @eigenBijdrage, @waarde, @bijNietVerschijnen, @afmeldenTotUren, @Now, @Now, @Now);
            insert into preventiebudget_standen (budget_id) values (@BudgetId);
            insert into budgetboekingen (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, geboekt_op)
            values (gen_random_uuid(), @BudgetId, 1, 'toezegging', 'toegezegd', 'vrij', @bedragCenten, @Now);
            """,
            new
            {
                BudgetId, PartnerId, ActiviteitId, SessieId, PrijsCenten, bedragCenten, maximumCenten, eigenBijdrage, waarde, bijNietVerschijnen,
                afmeldenTotUren, Now, SessieOp, EindigtOp = SessieOp.AddHours(1),
            });
        return this;
    }

    /// <summary>Persons who are members.</summary>
    public async Task<IReadOnlyList<Guid>> LedenAsync(int count)
    {
        var personen = Enumerable.Range(0, count).Select(_ => TestId.Guid()).ToArray();
        await ExecuteAsync(
            """
            insert into preventiebudget_leden (budget_id, lidkenmerk, maximum_centen, aangemeld_op)
            select @BudgetId, lpad(upper(replace(substr(persoon::text, 20), '-', '')), 16, '0'), maximum_per_persoon_centen, @Now
            from unnest(@personen) persoon, preventiebudgetten where id = @BudgetId;
            insert into contact.preventiebudget_sleutels (budget_id, persoon_id, lidkenmerk)
            select @BudgetId, persoon, lpad(upper(replace(substr(persoon::text, 20), '-', '')), 16, '0') from unnest(@personen) persoon;
            """,
            new { BudgetId, personen, Now });
        return personen;
    }

    /// <summary>A registration of somebody at the session.</summary>
    public async Task<Guid> DeelnameAsync(Guid? sessieId = null)
    {
        var id = TestId.Guid();
        await ExecuteAsync(
            """
            with next as (update sessies set laatste_volgnummer = laatste_volgnummer + 1 where id = @SessieId returning laatste_volgnummer as number)
            insert into deelnames (id, partner_id, version, sessie_id, activiteit_id, persoon_id, rol, kanaal, status, volgnummer, code, aangemeld_op)
            select @id, @PartnerId, 1, @SessieId, @ActiviteitId, gen_random_uuid(), 'gastheer', 'web', 'aangemeld', number, lpad(number::text, 6, '0'), @Now
            from next
            """,
            new { id, PartnerId, SessieId = sessieId ?? SessieId, ActiviteitId, Now });
        return id;
    }

    public Task<Failure?> ReserveAsync(Guid deelnameId, Guid persoonId, DateOnly? dag = null, Guid? budgetId = null) => RunAsync(work =>
        Budgetboeking.ReserveAsync(work, budgetId ?? BudgetId, deelnameId, persoonId, ActiviteitId, dag ?? Dag, PrijsCenten, Now, CancellationToken.None));

    /// <summary>A member takes part and is checked in; gives the registration.</summary>
    public async Task<Guid> BesteedAsync(Guid persoonId, DateOnly? dag = null)
    {
        var deelname = await DeelnameAsync();
        Assert.Null(await ReserveAsync(deelname, persoonId, dag));
        await SpendAsync(dag ?? Dag, deelname);
        return deelname;
    }

    public Task SpendAsync(params Guid[] deelnameIds) => SpendAsync(Dag, deelnameIds);

    public Task SpendAsync(DateOnly dag, params Guid[] deelnameIds) => RunAsync(async work =>
    {
        await Budgetboeking.SpendAsync(work, deelnameIds, dag, Now, CancellationToken.None);
        return true;
    });

    public Task ReleaseAsync(Guid deelnameId, string reden = "afgemeld", DateTimeOffset? now = null) => RunAsync(async work =>
    {
        await Budgetboeking.ReleaseAsync(work, deelnameId, Words.Read<Vrijgavereden>(reden), now ?? Now, CancellationToken.None);
        return true;
    });

    public Task<bool> ReverseAsync(Guid deelnameId) => RunAsync(work => Budgetboeking.ReverseAsync(work, deelnameId, Now, CancellationToken.None));

    /// <summary>vrij, gereserveerd, besteed, gedeclareerd, te corrigeren.</summary>
    public async Task<(long Vrij, long Gereserveerd, long Besteed, long Gedeclareerd, long TeCorrigeren)> StandAsync()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.QuerySingleAsync<(long, long, long, long, long)>(
            "select vrij_centen, gereserveerd_centen, besteed_centen, gedeclareerd_centen, te_corrigeren_centen from preventiebudget_standen where budget_id = @BudgetId",
            new { BudgetId });
    }

    /// <summary>True when the balances are the sum of the lines of the journal, and the use of every member is too.</summary>
    public async Task<bool> AddsUpAsync()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>(
            """
            with rekening as (select rekening, sum(bedrag_centen) as saldo from budgetboekingsregels where budget_id = @BudgetId group by rekening)
            select coalesce((select sum(saldo) from rekening), 0) = 0 and not exists (
              select from preventiebudget_standen s cross join lateral (values
                ('toegezegd', toegezegd_centen), ('vrij', vrij_centen), ('gereserveerd', gereserveerd_centen), ('besteed', besteed_centen),
                ('gedeclareerd', gedeclareerd_centen), ('te-corrigeren', te_corrigeren_centen)) as stand (rekening, saldo)
              left join rekening using (rekening)
              where s.budget_id = @BudgetId and stand.saldo <> coalesce(rekening.saldo, 0))
            and not exists (
              select from preventiebudget_leden lid where budget_id = @BudgetId and gebruikt_centen <> (
                select coalesce(sum(bedrag_centen), 0) from budgetreserveringen r
                where r.budget_id = lid.budget_id and r.lidkenmerk = lid.lidkenmerk and r.status in ('gereserveerd', 'besteed')))
            """,
            new { BudgetId });
    }

    public async Task<T?> ScalarAsync<T>(string sql, object parameters)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async Task ExecuteAsync(string sql, object parameters)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    private Task<TResult> RunAsync<TResult>(Func<UnitOfWork, Task<TResult>> work) =>
        service.Services.GetRequiredService<WorkRunner>().RunAsync(work, CancellationToken.None);
}
