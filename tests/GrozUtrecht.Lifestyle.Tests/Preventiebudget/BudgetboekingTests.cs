using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

[Collection(LifestyleService.Name)]
public sealed class BudgetboekingTests(LifestyleFixture service)
{
    [Fact]
    public async Task What_is_reserved_is_spent_at_the_check_in_and_told_once()
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000, eigenBijdrage: "procent", waarde: 25);
        var lid = (await wereld.LedenAsync(1))[0];
        var deelname = await wereld.DeelnameAsync();

        Assert.Null(await wereld.ReserveAsync(deelname, lid));
        Assert.Equal((4_250, 750, 0, 0, 0), await wereld.StandAsync());
        await wereld.SpendAsync(deelname);
        await wereld.SpendAsync(deelname);
        await wereld.ReleaseAsync(deelname);
        Assert.Null(await wereld.ReserveAsync(deelname, lid));

        Assert.Equal((4_250, 0, 750, 0, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
        var spent = await service.Events.FirstAsync<BudgetSpent>(item => item.PreventiebudgetId == wereld.BudgetId);
        Assert.Equal((750, Budgetwereld.Dag, wereld.PartnerId, 3), (spent.BedragCenten, spent.UitgevoerdDatum, spent.PartnerId, spent.Version));
    }

    [Theory]
    [InlineData("vrijgeven", "niet-verschenen", -1, false)]
    [InlineData("besteden", "niet-verschenen", 2, true)]
    [InlineData("besteden", "afgemeld", -25, false)]
    [InlineData("besteden", "afgemeld", -23, true)]
    [InlineData("vrijgeven", "afgemeld", -23, false)]
    [InlineData("besteden", "vervallen", -1, false)]
    [InlineData("besteden", "gewist", -1, false)]
    public async Task What_becomes_of_a_reservation_without_attendance_is_a_rule_of_the_budget(string regel, string reden, int hoursFromBegin, bool spent)
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000, bijNietVerschijnen: regel);
        var lid = (await wereld.LedenAsync(1))[0];
        var deelname = await wereld.DeelnameAsync();
        await wereld.ReserveAsync(deelname, lid);

        await wereld.ReleaseAsync(deelname, reden, Budgetwereld.BegintOp.AddHours(hoursFromBegin));

        Assert.Equal(spent ? (4_000, 0, 1_000, 0, 0) : (5_000, 0, 0, 0, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
    }

    [Fact]
    public async Task Groups_of_members_of_more_budgets_are_checked_in_at_once_and_nobody_blocks_anybody()
    {
        Budgetwereld[] werelden = [await new Budgetwereld(service).WithAsync(20_000), await new Budgetwereld(service).WithAsync(20_000)];
        var deelnames = new List<Guid>();
        foreach (var wereld in werelden)
        {
            foreach (var lid in await wereld.LedenAsync(12))
            {
                deelnames.Add(await wereld.DeelnameAsync());
                Assert.Null(await wereld.ReserveAsync(deelnames[^1], lid));
            }
        }

        // Four doors with members of both budgets in opposite orders, and everybody comes by at two of them.
        var groups = Enumerable.Range(0, 4).Select(door => deelnames.Where((_, index) => index % 2 == door % 2));
        await Task.WhenAll(groups.Select((group, door) => werelden[0].SpendAsync([.. door < 2 ? group : group.Reverse()])));

        foreach (var wereld in werelden)
        {
            Assert.Equal((8_000, 0, 12_000, 0, 0), await wereld.StandAsync());
            Assert.True(await wereld.AddsUpAsync());
        }
    }

    [Fact]
    public async Task A_wrong_spending_is_taken_back_and_free_again()
    {
        var wereld = await new Budgetwereld(service).WithAsync(1_000, maximumCenten: 1_000);
        var lid = (await wereld.LedenAsync(1))[0];
        var wrong = await wereld.DeelnameAsync();
        await wereld.ReserveAsync(wrong, lid);
        await wereld.SpendAsync(wrong);

        Assert.True(await wereld.ReverseAsync(wrong));
        Assert.False(await wereld.ReverseAsync(wrong));

        Assert.Equal((1_000, 0, 0, 0, 0), await wereld.StandAsync());
        Assert.Null(await wereld.ReserveAsync(await wereld.DeelnameAsync(), lid));
        Assert.True(await wereld.AddsUpAsync());
    }

    [Fact]
    public async Task A_budget_pays_for_its_members_in_its_period_only()
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        var lid = (await wereld.LedenAsync(1))[0];
        var deelname = await wereld.DeelnameAsync();

        Assert.Equal("lifestyle.preventiebudget.geen-lid", (await wereld.ReserveAsync(deelname, TestId.Guid()))!.Code);
        Assert.Equal("lifestyle.preventiebudget.buiten-periode", (await wereld.ReserveAsync(deelname, lid, new DateOnly(2027, 1, 1)))!.Code);
        Assert.Equal("lifestyle.preventiebudget.niet-bruikbaar", (await wereld.ReserveAsync(deelname, lid, budgetId: TestId.Guid()))!.Code);
        Assert.Equal((5_000, 0, 0, 0, 0), await wereld.StandAsync());
    }

    [Fact]
    public async Task Hundreds_of_registrations_at_once_never_overdraw_the_budget()
    {
        const int Places = 37;
        var wereld = await new Budgetwereld(service).WithAsync((Places * 1_000) + 999);
        var leden = await wereld.LedenAsync(300);
        var answers = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(leden, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (lid, _) =>
            answers.Add((await wereld.ReserveAsync(await wereld.DeelnameAsync(), lid))?.Code ?? "reserved"));

        Assert.Equal(Places, answers.Count(answer => answer == "reserved"));
        Assert.Equal(leden.Count - Places, answers.Count(answer => answer == "lifestyle.preventiebudget.onvoldoende"));
        Assert.Equal((999, Places * 1_000, 0, 0, 0), await wereld.StandAsync());
        Assert.True(await wereld.AddsUpAsync());
    }

    [Fact]
    public async Task One_member_at_many_doors_at_once_never_gets_more_than_the_maximum()
    {
        var wereld = await new Budgetwereld(service).WithAsync(1_000_000, maximumCenten: 5_500);
        var lid = (await wereld.LedenAsync(1))[0];
        var answers = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (_, _) =>
            answers.Add((await wereld.ReserveAsync(await wereld.DeelnameAsync(), lid))?.Code ?? "reserved"));

        Assert.Equal(5, answers.Count(answer => answer == "reserved"));
        Assert.Equal(55, answers.Count(answer => answer == "lifestyle.preventiebudget.maximum-bereikt"));
        Assert.True(await wereld.AddsUpAsync());
    }

    [Theory]
    [InlineData("update preventiebudget_standen set vrij_centen = vrij_centen + 100, toegezegd_centen = toegezegd_centen - 100 where budget_id = @BudgetId")]
    [InlineData("delete from preventiebudget_standen where budget_id = @BudgetId")]
    [InlineData("update preventiebudget_leden set gebruikt_centen = 0 where budget_id = @BudgetId")]
    [InlineData("update budgetboekingen set bedrag_centen = 1 where budget_id = @BudgetId")]
    [InlineData("delete from budgetboekingen where budget_id = @BudgetId")]
    [InlineData("delete from budgetreserveringen where budget_id = @BudgetId")]
    [InlineData("update budgetreserveringen set bedrag_centen = 1 where budget_id = @BudgetId")]
    [InlineData("update budgetreserveringen set status = 'teruggedraaid' where budget_id = @BudgetId")]
    [InlineData("insert into budgetboekingen (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, geboekt_op) values (gen_random_uuid(), @BudgetId, 3, 'vermindering', 'vrij', 'toegezegd', 4001, now())")]
    [InlineData("insert into budgetboekingen (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, geboekt_op) values (gen_random_uuid(), @BudgetId, 3, 'toezegging', 'vrij', 'toegezegd', 1, now())")]
    [InlineData("insert into budgetboekingen (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, geboekt_op) values (gen_random_uuid(), @BudgetId, 4, 'toezegging', 'toegezegd', 'vrij', 1, now())")]
    [InlineData("insert into budgetboekingen (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, lidkenmerk, deelname_id, geboekt_op) select gen_random_uuid(), budget_id, 3, 'besteding', 'gereserveerd', 'besteed', 999, lidkenmerk, deelname_id, now() from budgetreserveringen where budget_id = @BudgetId")]
    public async Task What_does_not_add_up_is_refused_by_the_database_itself(string sql)
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        var lid = (await wereld.LedenAsync(1))[0];
        await wereld.ReserveAsync(await wereld.DeelnameAsync(), lid);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => wereld.ExecuteAsync(sql, new { wereld.BudgetId }));

        Assert.StartsWith("23", refused.SqlState, StringComparison.Ordinal);
        Assert.Equal((4_000, 1_000, 0, 0, 0), await wereld.StandAsync());
    }
}
