using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Levensloop;

[Collection(SupportCollection.Name)]
public sealed class BevestigingTests(SupportFixture support)
{
    [Fact]
    public async Task Who_did_not_show_up_is_remembered_once()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, helperId, afspraakId) = await partner.PlanAsync();

        var afspraak = await NoShowAsync(partner, afspraakId, "helper");
        await NoShowAsync(partner, afspraakId, "helper");

        Assert.Equal(("niet-doorgegaan", "helper"), (afspraak.GetProperty("status").GetString(), afspraak.GetProperty("nietVerschenen").GetString()));
        Assert.Equal("niet-vervuld", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        await using var connection = await support.Database.OpenConnectionAsync();
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM afspraken WHERE helper_id = @helperId AND niet_verschenen = 'helper'", new { helperId }));
        // Nobody is waiting for a next visit.
        Assert.Equal(0, await support.QuestionsAsync(hulpvraagId, "niet-verschenen"));
    }

    [Fact]
    public async Task A_helper_of_a_series_who_does_not_show_up_is_told_to_the_buurtassistent()
    {
        var partner = support.NewPartner();
        var helperId = await partner.NearAsync();
        var request = Partner.HulpvraagRequest();
        request.Remove("begintOp");
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        request["patroon"] = new JsonObject
        {
            ["dagen"] = new JsonArray("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
            ["van"] = "14:00",
            ["tot"] = "15:00",
            ["eersteDatum"] = first.ToString("O"),
            ["laatsteDatum"] = first.AddDays(5).ToString("O"),
        };
        var hulpvraagId = await partner.SubmitHulpvraagAsync(request);
        var afspraakId = await partner.AcceptAsync(await partner.ProposeAsync(hulpvraagId, helperId));

        await NoShowAsync(partner, afspraakId, "helper");

        Assert.Equal(1, await support.QuestionsAsync(hulpvraagId, "niet-verschenen"));
        Assert.Equal("niet-verschenen", (await support.Events.FirstAsync<HulpvraagEscalated>(it => it.HulpvraagId == hulpvraagId)).Reden);
    }

    [Fact]
    public async Task Nobody_failed_to_show_up_at_what_took_place_or_has_not_begun()
    {
        var partner = support.NewPartner();
        var (_, _, begun) = await partner.PlanAsync();
        var (_, _, later) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));

        using var contradicts = await partner.PostAsync(
            $"/afspraken/{begun}/bevestigingen",
            new JsonObject { ["rol"] = "helper", ["doorgegaan"] = true, ["duurMinuten"] = 30, ["nietVerschenen"] = "hulpvrager" });
        await contradicts.ProblemAsync(422, "support.bevestiging.niet-verschenen-ongeldig");
        using var early = await partner.PostAsync(
            $"/afspraken/{later}/bevestigingen", new JsonObject { ["rol"] = "hulpvrager", ["doorgegaan"] = false, ["nietVerschenen"] = "helper" });
        await early.ProblemAsync(409, "support.afspraak.nog-niet-begonnen");
    }

    [Theory]
    [InlineData("mantelzorger", "mantelzorg")]
    [InlineData("student", "vrijwilligerswerk")]
    [InlineData("professional", "betaald")]
    public async Task The_hours_are_of_the_kind_that_the_helper_makes(string soort, string expected)
    {
        var partner = support.NewPartner();
        var helper = Partner.HelperRequest();
        helper["soort"] = soort;
        var (_, _, afspraakId) = await partner.PlanAsync(helper: helper);

        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 30);
        await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 30);

        Assert.Equal(expected, (await support.Events.FirstAsync<HulpvraagFulfilled>(it => it.AfspraakId == afspraakId)).UrenSoort);
    }

    [Fact]
    public async Task Both_sides_are_reminded_once_of_what_begins_within_a_day()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddHours(-1)));
        var (_, _, planned) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow.AddHours(-1)));

        await support.ExecuteAsync("UPDATE afspraken SET aangemaakt_op = aangemaakt_op - interval '2 days' WHERE id = @afspraakId", new { afspraakId });

        await support.Events.FirstAsync<AfspraakHerinnerd>(it => it.AfspraakId == afspraakId);
        // A later round has asked about something else, so it would have reminded again too.
        var (_, _, over) = await partner.PlanAsync();
        await support.Events.FirstAsync<BevestigingGevraagd>(it => it.AfspraakId == over);
        Assert.Single(support.Events.All<AfspraakHerinnerd>(), it => it.Event.AfspraakId == afspraakId);
        // Who said yes just now remembers.
        Assert.DoesNotContain(support.Events.All<AfspraakHerinnerd>(), it => it.Event.AfspraakId == planned);
    }

    [Fact]
    public async Task Who_has_not_said_whether_it_took_place_is_asked_twice_and_then_the_buurtassistent_looks()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync();
        var first = await support.Events.FirstAsync<BevestigingGevraagd>(it => it.AfspraakId == afspraakId);
        Assert.Equal((1, "helper, hulpvrager"), (first.Keer, string.Join(", ", first.Rollen)));
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);

        await PassAsync(afspraakId);
        var second = await support.Events.FirstAsync<BevestigingGevraagd>(it => it.AfspraakId == afspraakId && it.Keer == 2);
        Assert.Equal("hulpvrager", Assert.Single(second.Rollen));
        await PassAsync(afspraakId);

        await Eventually.Async(async () => await support.QuestionsAsync(hulpvraagId, "niet-bevestigd") == 1, what: "the question");
        Assert.Equal("gepland", await partner.StatusAsync($"/afspraken/{afspraakId}"));
        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 60));
    }

    private Task PassAsync(Guid afspraakId) => support.ExecuteAsync("UPDATE afspraken SET navragen_op = now() WHERE id = @afspraakId", new { afspraakId });

    private static async Task<System.Text.Json.JsonElement> NoShowAsync(Partner partner, Guid afspraakId, string absent)
    {
        using var answer = await partner.PostAsync(
            $"/afspraken/{afspraakId}/bevestigingen", new JsonObject { ["rol"] = "hulpvrager", ["doorgegaan"] = false, ["nietVerschenen"] = absent });
        return await answer.BodyAsync(HttpStatusCode.OK);
    }
}
