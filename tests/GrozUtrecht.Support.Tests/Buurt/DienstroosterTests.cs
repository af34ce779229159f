using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class DienstroosterTests(SupportFixture support)
{
    private static readonly DateTimeOffset Tomorrow = BuurtPartner.Now.AddDays(1);

    [Fact]
    public async Task Nobody_is_on_two_duties_at_once_also_when_both_are_planned_at_once()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var assistent = await partner.RegisterAsync(buurt);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(hour =>
            partner.PostAsync("/diensten", BuurtPartner.DienstRequest(buurt, assistent, Tomorrow.AddMinutes(10 * hour)))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ProblemAsync(409, "support.dienst.overlapt");
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_two_duties_at_once()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var assistent = await partner.RegisterAsync(buurt);
        await partner.PlanAsync(buurt, assistent, Tomorrow);

        await using var connection = await support.Database.OpenConnectionAsync();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(
            """
            INSERT INTO diensten (id, partner_id, buurt_id, buurtassistent_id, begint_op, eindigt_op, version, aangemaakt_op)
            VALUES (gen_random_uuid(), @partner, @buurt, @assistent, @begin, @einde, 1, now())
            """,
            new { partner = partner.Id, buurt, assistent, begin = Tomorrow.AddHours(3), einde = Tomorrow.AddHours(5) }));
        Assert.Equal("diensten_one_at_a_time", refusal.ConstraintName);
    }

    [Fact]
    public async Task Colleagues_are_on_duty_together_and_one_duty_follows_another()
    {
        var partner = new BuurtPartner(support);
        var (buurt, first) = await partner.BuurtWithDutyAsync();
        var second = await partner.RegisterAsync(buurt);
        var now = BuurtPartner.Now;
        await partner.PlanAsync(buurt, second, now.AddHours(-1), 2);
        await partner.PlanAsync(buurt, second, now.AddHours(1), 6);

        Assert.Equal([first, second], (await OnDutyAsync(partner, buurt)).Order());
        Assert.Equal([second], await OnDutyAsync(partner, buurt, $"?op={now.AddHours(6):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Empty(await OnDutyAsync(partner, buurt, $"?op={now.AddHours(20):yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Fact]
    public async Task A_series_across_the_end_of_summer_time_keeps_its_hours_and_comes_whole_or_not_at_all()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var assistent = await partner.RegisterAsync(buurt);
        var series = new JsonObject
        {
            ["buurtId"] = buurt,
            ["buurtassistentId"] = assistent,
            ["eersteDatum"] = Tomorrow.ToString("yyyy-MM-dd"),
            ["vanTijd"] = "09:00",
            ["totTijd"] = "12:30",
            ["aantalWeken"] = 52,
        };

        var planned = (await partner.DoAsync("/dienstreeksen", series)).GetProperty("items").EnumerateArray()
            .Select(dienst => dienst.GetProperty("begintOp").GetDateTimeOffset()).ToList();

        Assert.Equal(52, planned.Count);
        Assert.All(planned, begin => Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(NederlandseTijd.WallClock(begin))));
        Assert.Equal(2, planned.Select(begin => begin.UtcDateTime.Hour).Distinct().Count());

        // In the last week it meets one that stands already.
        series["eersteDatum"] = Tomorrow.AddDays(7 * 51).ToString("yyyy-MM-dd");
        using var second = await partner.PostAsync("/dienstreeksen", series.DeepClone());
        await second.ProblemAsync(409, "support.dienst.overlapt");
        var first = await partner.ReadAsync("/diensten?limit=40");
        var rest = await partner.ReadAsync($"/diensten?limit=40&cursor={first.GetProperty("volgende").GetString()}");
        Assert.Equal(52, first.GetProperty("items").GetArrayLength() + rest.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_colleague_takes_over_and_two_swap()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var (anna, bilal) = (await partner.RegisterAsync(buurt), await partner.RegisterAsync(buurt));
        var morning = await partner.PlanAsync(buurt, anna, Tomorrow);
        var overlapping = await partner.PlanAsync(buurt, bilal, Tomorrow.AddHours(2));

        using var refused = await partner.PostAsync($"/diensten/{morning}/overname", new JsonObject { ["buurtassistentId"] = bilal });
        await refused.ProblemAsync(409, "support.dienst.overlapt");
        await partner.DoAsync($"/diensten/{morning}/ruil", new JsonObject { ["dienstId"] = overlapping });
        Assert.Equal(bilal, await WhoAsync(partner, morning));
        Assert.Equal(anna, await WhoAsync(partner, overlapping));

        var carla = await partner.RegisterAsync(buurt);
        await partner.DoAsync($"/diensten/{morning}/overname", new JsonObject { ["buurtassistentId"] = carla });
        Assert.Equal(carla, await WhoAsync(partner, morning));
        using var cancelled = await partner.DeleteAsync($"/diensten/{morning}");
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        using var gone = await partner.GetAsync($"/diensten/{morning}");
        await gone.ProblemAsync(404, "support.dienst.onbekend");
    }

    [Fact]
    public async Task A_postcode_belongs_to_one_buurt()
    {
        var partner = new BuurtPartner(support);
        await partner.CreateBuurtAsync();

        using var same = await partner.PostAsync("/buurten", new JsonObject { ["naam"] = "Oog in Al", ["postcodes"] = new JsonArray("3533", BuurtPartner.Postcode) });
        await same.ProblemAsync(409, "support.buurt.postcode-bezet");
        using var name = await partner.PostAsync("/buurten", new JsonObject { ["naam"] = "Wittevrouwen", ["postcodes"] = new JsonArray("3533") });
        await name.ProblemAsync(409, "support.buurt.naam-bezet");
        using var nowhere = await partner.PostAsync("/buurten", new JsonObject { ["naam"] = "Zuidas", ["postcodes"] = new JsonArray("1082") });
        await nowhere.ProblemAsync(422, "support.postcode.onbekend");
        await new BuurtPartner(support).CreateBuurtAsync();
    }

    [Fact]
    public async Task Another_partner_sees_and_does_nothing()
    {
        var partner = new BuurtPartner(support);
        var (buurt, assistent) = await partner.BuurtWithDutyAsync();
        var dienst = (await partner.ItemsAsync("/diensten"))[0].GetProperty("id").GetGuid();
        var other = new BuurtPartner(support);
        var (theirBuurt, theirs) = await other.BuurtWithDutyAsync();

        foreach (var (path, code) in new[]
        {
            ($"/buurten/{buurt}", "buurt"), ($"/buurten/{buurt}/dienstdoenden", "buurt"),
            ($"/buurtassistenten/{assistent}", "buurtassistent"), ($"/diensten/{dienst}", "dienst"),
        })
        {
            using var answer = await other.GetAsync(path);
            await answer.ProblemAsync(404, $"support.{code}.onbekend");
        }

        using var taken = await other.PostAsync($"/diensten/{dienst}/overname", new JsonObject { ["buurtassistentId"] = theirs });
        await taken.ProblemAsync(404, "support.dienst.onbekend");
        using var planned = await other.PostAsync("/diensten", BuurtPartner.DienstRequest(theirBuurt, assistent, Tomorrow));
        await planned.ProblemAsync(422, "support.buurtassistent.ongeldig");
        using var elsewhere = await other.PostAsync("/diensten", BuurtPartner.DienstRequest(buurt, theirs, Tomorrow));
        await elsewhere.ProblemAsync(422, "support.buurtassistent.andere-buurt");
        using var registered = await other.PostAsync("/buurtassistenten", new JsonObject { ["persoonId"] = TestId.Guid(), ["buurten"] = new JsonArray(buurt) });
        await registered.ProblemAsync(422, "support.buurt.ongeldig");
    }

    [Fact]
    public async Task Without_the_scope_of_a_buurtassistent_roster_and_inbox_stay_closed()
    {
        var partner = support.NewPartner();

        foreach (var path in new[] { "/buurtassistenten", "/diensten", "/sociale-vragen", "/sociale-vragen/op-te-volgen", "/overdrachten", "/netwerkleden" })
        {
            using var answer = await partner.GetAsync(path);
            await answer.ProblemAsync(403, "toegang.scope-ontbreekt");
        }
    }

    private static async Task<List<Guid>> OnDutyAsync(BuurtPartner partner, Guid buurt, string query = "") =>
        [.. (await partner.ItemsAsync($"/buurten/{buurt}/dienstdoenden{query}")).Select(dienst => dienst.GetProperty("buurtassistentId").GetGuid())];

    private static async Task<Guid> WhoAsync(BuurtPartner partner, Guid dienst) =>
        (await partner.ReadAsync($"/diensten/{dienst}")).GetProperty("buurtassistentId").GetGuid();
}
