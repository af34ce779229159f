using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Levensloop;

[Collection(SupportCollection.Name)]
public sealed class AfmeldingTests(SupportFixture support)
{
    [Fact]
    public async Task A_helper_who_calls_off_in_time_is_replaced_and_nobody_is_alarmed()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var far = await partner.FarAsync();
        var (hulpvraagId, afspraakId) = await PlanAutomaticAsync(partner, Partner.Tomorrow.AddDays(3));

        var afspraak = await CancelAsync(partner, afspraakId, "helper", "ziek");

        Assert.Equal("niet-doorgegaan", afspraak.GetProperty("status").GetString());
        Assert.Equal(
            ("helper", "ziek", false),
            (Of(afspraak, "rol"), Of(afspraak, "code"), afspraak.GetProperty("afmelding").GetProperty("laat").GetBoolean()));
        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Equal(far, (await partner.WaitingAsync(hulpvraagId)).HelperId);
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "laat-afgezegd"));
        Assert.False((await support.Events.FirstAsync<AfspraakAfgemeld>(it => it.AfspraakId == afspraakId)).Laat);
    }

    [Fact]
    public async Task A_helper_who_calls_off_late_is_replaced_at_once_and_the_buurtassistent_hears_it_once()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var far = await partner.FarAsync();
        var (hulpvraagId, afspraakId) = await PlanAutomaticAsync(partner, Partner.Tomorrow.AddHours(-18));

        await CancelAsync(partner, afspraakId, "helper", "ziek");
        await CancelAsync(partner, afspraakId, "helper", "ziek");
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: false, 0);

        var waiting = Assert.Single(await partner.VoorstellenAsync(hulpvraagId), Levens.IsWaiting);
        Assert.Equal(far, waiting.GetProperty("helperId").GetGuid());
        Assert.Equal(1, await support.QuestionsAsync(hulpvraagId, "laat-afgezegd"));
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "niemand-gevonden"));
        Assert.Equal("laat-afgezegd", (await support.Events.FirstAsync<HulpvraagEscalated>(it => it.HulpvraagId == hulpvraagId)).Reden);
        var later = await partner.SubmitHulpvraagAsync();
        await support.Events.FirstAsync<HulpvraagSubmitted>(it => it.HulpvraagId == later);
        Assert.Single(support.Events.All<AfspraakAfgemeld>(), it => it.Event.AfspraakId == afspraakId);
        await partner.AcceptAsync(waiting.GetProperty("id").GetGuid());
        Assert.Equal("gepland", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    [Fact]
    public async Task With_nobody_left_to_ask_a_late_call_off_is_one_question_and_not_two()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var (hulpvraagId, afspraakId) = await PlanAutomaticAsync(partner, Partner.Tomorrow.AddHours(-18));

        await CancelAsync(partner, afspraakId, "helper", "verhinderd");
        await support.StepUntilAsync(hulpvraagId, TimeProvider.System.GetUtcNow(), () => Task.FromResult(true));

        Assert.Equal(1, await support.QuestionsAsync(hulpvraagId, "laat-afgezegd"));
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "niemand-gevonden"));
    }

    [Fact]
    public async Task Who_was_passed_over_because_another_said_yes_may_be_asked_when_that_one_calls_off()
    {
        var partner = support.NewPartner();
        var (one, other) = (await partner.NearAsync(), await partner.FarAsync());
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddDays(3)));
        var (accepted, passedOver) = (await partner.ProposeAsync(hulpvraagId, one), await partner.ProposeAsync(hulpvraagId, other));
        var afspraakId = await partner.AcceptAsync(accepted);
        Assert.Equal("vervallen", await partner.StatusAsync($"/voorstellen/{passedOver}"));

        await CancelAsync(partner, afspraakId, "helper", "persoonlijk");

        await partner.AcceptAsync(await partner.ProposeAsync(hulpvraagId, other));
    }

    [Fact]
    public async Task When_the_hulpvrager_calls_off_it_is_over()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        await partner.FarAsync();
        var (hulpvraagId, afspraakId) = await PlanAutomaticAsync(partner, Partner.Tomorrow.AddHours(-18));

        await CancelAsync(partner, afspraakId, "hulpvrager", "niet-meer-nodig");

        Assert.Equal("niet-vervuld", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "laat-afgezegd"));
        Assert.DoesNotContain(await partner.VoorstellenAsync(hulpvraagId), Levens.IsWaiting);
        Assert.True((await support.Events.FirstAsync<AfspraakAfgemeld>(it => it.AfspraakId == afspraakId)).Laat);
    }

    [Theory]
    [InlineData("helper", "open", false)]
    [InlineData("helper", "open", true)]
    [InlineData("hulpvrager", "gepland", false)]
    [InlineData("hulpvrager", "gepland", true)]
    public async Task Of_a_series_one_visit_is_called_off_or_everything_from_it_on(string rol, string expected, bool andLater)
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(SeriesRequest(weeks: 5));
        await partner.AcceptAsync((await partner.WaitingAsync(hulpvraagId)).Id);
        var third = (await partner.AfsprakenAsync(hulpvraagId)).OrderBy(it => it.GetProperty("begintOp").GetDateTimeOffset()).ElementAt(2);

        await CancelAsync(partner, third.GetProperty("id").GetGuid(), rol, "verhinderd", andLater);

        var left = (await partner.AfsprakenAsync(hulpvraagId)).Where(it => it.GetProperty("status").GetString() == "gepland").ToList();
        Assert.Equal(andLater ? 2 : 4, left.Count);
        Assert.Equal(expected, await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    [Fact]
    public async Task Helpers_who_only_go_together_call_off_together()
    {
        var partner = support.NewPartner();
        var maatje = await partner.FarAsync();
        var request = Partner.HelperRequest();
        request["maatjeId"] = maatje;
        var helper = await partner.RegisterHelperAsync(request);
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddDays(3)));
        await partner.AcceptAsync(await partner.ProposeAsync(hulpvraagId, helper));
        var afspraken = await partner.AfsprakenAsync(hulpvraagId);
        Assert.Equal(2, afspraken.Length);

        await CancelAsync(partner, Assert.Single(afspraken, it => it.GetProperty("isMaatje").GetBoolean()).GetProperty("id").GetGuid(), "helper", "ziek");

        Assert.All(await partner.AfsprakenAsync(hulpvraagId), it => Assert.Equal("niet-doorgegaan", it.GetProperty("status").GetString()));
        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    [Fact]
    public async Task What_has_begun_is_confirmed_and_not_called_off()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync();

        using var answer = await partner.PostAsync($"/afspraken/{afspraakId}/afmelding", new JsonObject { ["rol"] = "helper", ["code"] = "ziek" });

        await answer.ProblemAsync(409, "support.afspraak.al-begonnen");
    }

    [Fact]
    public async Task The_words_of_a_call_off_are_checked_and_leave_with_the_person()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        var (_, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(person, Partner.Tomorrow));
        var request = new JsonObject { ["rol"] = "helper", ["code"] = "ziek", ["reden"] = "Bel 111222333." };
        using var refused = await partner.PostAsync($"/afspraken/{afspraakId}/afmelding", request);
        await refused.ProblemAsync(422, "support.tekst.bsn");

        request["reden"] = "Griep.";
        await partner.DoAsync($"/afspraken/{afspraakId}/afmelding", request);
        await support.PublishAsync(new Identity.Contracts.PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });

        await using var connection = await support.Database.OpenConnectionAsync();
        await Eventually.Async(
            () => connection.ExecuteScalarAsync<bool>("SELECT afmeldreden IS NULL FROM afspraken WHERE id = @afspraakId", new { afspraakId }), what: "the erasure");
    }

    private static string? Of(System.Text.Json.JsonElement afspraak, string name) => afspraak.GetProperty("afmelding").GetProperty(name).GetString();

    private static JsonObject SeriesRequest(int weeks)
    {
        var request = Levens.AutomaticRequest();
        request.Remove("begintOp");
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        string[] days = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
        request["patroon"] = new JsonObject
        {
            ["dagen"] = new JsonArray(days[(int)first.DayOfWeek]),
            ["van"] = "14:00",
            ["tot"] = "15:00",
            ["eersteDatum"] = first.ToString("O"),
            ["laatsteDatum"] = first.AddDays(7 * (weeks - 1)).ToString("O"),
        };
        return request;
    }

    private static async Task<(Guid HulpvraagId, Guid AfspraakId)> PlanAutomaticAsync(Partner partner, DateTimeOffset begintOp)
    {
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Levens.AutomaticRequest(begintOp));
        return (hulpvraagId, await partner.AcceptAsync((await partner.WaitingAsync(hulpvraagId)).Id));
    }

    private static Task<System.Text.Json.JsonElement> CancelAsync(Partner partner, Guid afspraakId, string rol, string code, bool andLater = false) =>
        partner.DoAsync($"/afspraken/{afspraakId}/afmelding", new JsonObject { ["rol"] = rol, ["code"] = code, ["enVolgende"] = andLater });
}
