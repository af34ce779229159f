using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Features.Levensloop;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Support.Tests.Levensloop;

[Collection(SupportCollection.Name)]
public sealed class VolgendeTests(SupportFixture support)
{
    [Fact]
    public async Task Who_declines_is_followed_at_once_by_the_next_best()
    {
        var partner = support.NewPartner();
        var (near, far) = (await partner.NearAsync(), await partner.FarAsync());
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Levens.AutomaticRequest());
        var (first, firstHelper) = await partner.WaitingAsync(hulpvraagId);
        Assert.Equal(near, firstHelper);

        await partner.DeclineAsync(first);

        var next = Assert.Single(await partner.VoorstellenAsync(hulpvraagId), Levens.IsWaiting);
        Assert.Equal(far, next.GetProperty("helperId").GetGuid());
        await partner.AcceptAsync(next.GetProperty("id").GetGuid());
        Assert.Equal("gepland", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_followed_by_the_next_best()
    {
        var partner = support.NewPartner();
        var (near, far) = (await partner.NearAsync(), await partner.FarAsync());
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Levens.AutomaticRequest());
        var (first, _) = await partner.WaitingAsync(hulpvraagId);

        await support.ExecuteAsync("UPDATE voorstellen SET antwoord_voor_op = now() WHERE id = @first", new { first });
        await Eventually.Async(async () => await partner.StatusAsync($"/voorstellen/{first}") == "verlopen", what: "the deadline");

        var voorstellen = await partner.VoorstellenAsync(hulpvraagId);
        Assert.Equal(["verlopen", "voorgesteld"], voorstellen.Select(it => it.GetProperty("status").GetString()));
        Assert.Equal([near, far], voorstellen.Select(it => it.GetProperty("helperId").GetGuid()));
        await support.Events.FirstAsync<VoorstelVerlopen>(it => it.VoorstelId == first);
        using var late = await partner.PostAsync($"/voorstellen/{first}/aanvaarding", null);
        await late.ProblemAsync(409, "support.voorstel.beantwoord");
    }

    [Fact]
    public async Task When_nobody_is_left_the_buurtassistent_gets_it_once_however_many_look_at_it()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Levens.AutomaticRequest());
        var (only, _) = await partner.WaitingAsync(hulpvraagId);

        await partner.DeclineAsync(only);
        await RoundsAtOnceAsync(4);

        var escalated = await support.Events.FirstAsync<HulpvraagEscalated>(it => it.HulpvraagId == hulpvraagId);
        Assert.Equal("niemand-gevonden", escalated.Reden);
        Assert.True((await partner.ReadAsync($"/hulpvragen/{hulpvraagId}")).TryGetProperty("geescaleerdOp", out _));
        Assert.Equal(1, await support.QuestionsAsync(hulpvraagId, "niemand-gevonden"));
        await AssertEscalatedOnceAsync(partner, hulpvraagId);
        // Who comes later is asked all the same.
        var late = await partner.FarAsync();
        await support.ExecuteAsync("UPDATE hulpvragen SET zoeken_op = now() WHERE id = @hulpvraagId", new { hulpvraagId });
        Assert.Equal(late, (await partner.WaitingAsync(hulpvraagId)).HelperId);
    }

    [Fact]
    public async Task A_hulpvraag_that_finds_nobody_in_time_goes_to_the_buurtassistent_and_who_was_asked_may_still_say_yes()
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddDays(5)));
        var voorstelId = await partner.ProposeAsync(hulpvraagId, await partner.NearAsync());
        await support.ExecuteAsync("UPDATE hulpvragen SET uiterlijk_op = now() WHERE id = @hulpvraagId", new { hulpvraagId });

        await Eventually.Async(async () => await support.QuestionsAsync(hulpvraagId, "niemand-gevonden") == 1, what: "the question");

        await AssertEscalatedOnceAsync(partner, hulpvraagId);
        await partner.AcceptAsync(voorstelId);
    }

    [Fact]
    public async Task A_hulpvraag_of_which_the_time_is_over_is_niet_vervuld_and_was_seen_by_somebody()
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));
        var voorstelId = await partner.ProposeAsync(hulpvraagId, await partner.NearAsync());

        await support.StepUntilAsync(
            hulpvraagId, Partner.Tomorrow.AddHours(2), async () => await partner.StatusAsync($"/hulpvragen/{hulpvraagId}") == "niet-vervuld");

        Assert.Equal("verlopen", await partner.StatusAsync($"/voorstellen/{voorstelId}"));
        Assert.Equal(1, await support.QuestionsAsync(hulpvraagId, "niemand-gevonden"));
    }

    [Fact]
    public async Task What_was_registered_afterwards_stays_open_and_troubles_nobody()
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();

        var later = Partner.Tomorrow.AddDays(40);
        await using var connection = await support.Database.OpenConnectionAsync();
        await support.StepUntilAsync(hulpvraagId, later, () => connection.ExecuteScalarAsync<bool>(
            "SELECT slotcontrole_op > @later FROM hulpvragen WHERE id = @hulpvraagId", new { hulpvraagId, later }));

        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "niemand-gevonden"));
        await partner.AcceptAsync(await partner.ProposeAsync(hulpvraagId, await partner.NearAsync()));
    }

    [Fact]
    public async Task As_many_helpers_are_asked_as_are_needed_and_each_that_declines_is_replaced()
    {
        var partner = support.NewPartner();
        for (var count = 0; count < 4; count++)
        {
            await partner.NearAsync();
        }

        var request = Levens.AutomaticRequest();
        request["aantalHelpers"] = 2;
        var hulpvraagId = await partner.SubmitHulpvraagAsync(request);
        await Eventually.Async(async () => (await partner.VoorstellenAsync(hulpvraagId)).Count(Levens.IsWaiting) == 2, what: "two proposals");

        await RoundsAtOnceAsync(3);
        var waiting = (await partner.VoorstellenAsync(hulpvraagId)).Where(Levens.IsWaiting).Select(it => it.GetProperty("id").GetGuid()).ToList();
        Assert.Equal(2, waiting.Count);
        await Task.WhenAll(waiting.Select(id => partner.DeclineAsync(id)));

        await Eventually.Async(async () => (await partner.VoorstellenAsync(hulpvraagId)).Count(Levens.IsWaiting) == 2, what: "two other proposals");
        Assert.Equal(4, (await partner.VoorstellenAsync(hulpvraagId)).Select(it => it.GetProperty("helperId").GetGuid()).Distinct().Count());
    }

    [Fact]
    public async Task A_helper_who_leaves_between_proposal_and_yes_is_refused_and_the_hulpvraag_goes_on()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        await partner.NearAsync(person);
        var far = await partner.FarAsync();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Levens.AutomaticRequest());
        var (first, _) = await partner.WaitingAsync(hulpvraagId);

        await support.PublishAsync(new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });
        await Eventually.Async(async () => await partner.StatusAsync($"/voorstellen/{first}") == "vervallen", what: "the removal");

        using var late = await partner.PostAsync($"/voorstellen/{first}/aanvaarding", null);
        await late.ProblemAsync(409, "support.voorstel.beantwoord");
        Assert.Equal(far, (await partner.WaitingAsync(hulpvraagId)).HelperId);
    }

    [Fact]
    public async Task A_series_over_the_end_of_the_year_and_the_clock_change_is_asked_of_one_helper_at_the_same_hour()
    {
        var partner = support.NewPartner();
        await partner.NearAsync();
        var request = Levens.AutomaticRequest();
        request.Remove("begintOp");
        var monday = NextMonday();
        request["patroon"] = new JsonObject
        {
            ["dagen"] = new JsonArray("maandag"),
            ["van"] = "10:00",
            ["tot"] = "11:00",
            ["eersteDatum"] = monday.ToString("O"),
            ["laatsteDatum"] = monday.AddDays(7 * 40).ToString("O"),
        };
        var hulpvraagId = await partner.SubmitHulpvraagAsync(request);

        var (voorstelId, _) = await partner.WaitingAsync(hulpvraagId);
        await partner.AcceptAsync(voorstelId);

        var afspraken = await partner.AfsprakenAsync(hulpvraagId);
        Assert.Equal(41, afspraken.Length);
        var amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var starts = afspraken.Select(it => TimeZoneInfo.ConvertTime(it.GetProperty("begintOp").GetDateTimeOffset(), amsterdam)).ToList();
        Assert.All(starts, start => Assert.Equal(new TimeOnly(10, 0), TimeOnly.FromDateTime(start.DateTime)));
        Assert.Equal(2, starts.Select(start => start.Offset).Distinct().Count());
        Assert.Equal("gepland", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    private static DateOnly NextMonday()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        return day.AddDays((8 - (int)day.DayOfWeek) % 7);
    }

    private async Task RoundsAtOnceAsync(int count)
    {
        // Each as in a replica of its own.
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ActivatorUtilities.CreateInstance<Levensloopronde>(support.Services)
            .RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)));
    }

    /// <summary>What comes after it on the same broker has arrived, so a second event would have too.</summary>
    private async Task AssertEscalatedOnceAsync(Partner partner, Guid hulpvraagId)
    {
        var later = await partner.SubmitHulpvraagAsync();
        await support.Events.FirstAsync<HulpvraagSubmitted>(it => it.HulpvraagId == later);
        Assert.Single(support.Events.All<HulpvraagEscalated>(), it => it.Event.HulpvraagId == hulpvraagId);
    }
}
