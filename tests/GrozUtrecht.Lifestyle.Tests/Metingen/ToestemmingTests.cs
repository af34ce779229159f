using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class ToestemmingTests(LifestyleFixture service)
{
    private const string InGroups = "SELECT count(*) FROM metingen.voor_groepen WHERE arrangement_id = @ArrangementId";

    [Fact]
    public async Task Without_a_yes_no_answer_is_kept()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "groepscijfers");

        using var measured = await bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(5, 5, 5, 5, 5, 5)));

        Assert.Equal("409 lifestyle.toestemming.ontbreekt", await measured.ProblemAsync());
    }

    [Fact]
    public async Task Withdrawing_the_own_insight_erases_every_measurement_at_once()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service, "groepscijfers");

        using var withdrawn = await bewoner.SendAsync(HttpMethod.Delete, $"{bewoner.Person}/toestemmingen/eigen-inzicht");

        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal(0, await bewoner.CountAsync("SELECT count(*) FROM metingen.metingen WHERE arrangement_id = @ArrangementId"));
        Assert.Equal(0, await bewoner.CountAsync(InGroups));
        Assert.Empty((await bewoner.ReadAsync($"{bewoner.Person}/inzicht"))["metingen"]!.AsArray());
        var toestemmingen = (await bewoner.ReadAsync($"{bewoner.Person}/toestemmingen"))["items"]!.AsArray();
        Assert.NotNull(toestemmingen.Single(item => (string)item!["doel"]! == "eigen-inzicht")!["ingetrokkenOp"]);
        Assert.Null(toestemmingen.Single(item => (string)item!["doel"]! == "groepscijfers")!["ingetrokkenOp"]);
    }

    [Fact]
    public async Task Answers_count_in_groups_as_long_as_the_person_wants()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        Assert.Equal(0, await bewoner.CountAsync(InGroups));

        await bewoner.ConsentAsync("groepscijfers");
        Assert.Equal(6, await bewoner.CountAsync($"{InGroups} AND activiteit_ids = ARRAY[@ActiviteitId] AND maanden = 0 AND doelgroep = 'bewoner'"));

        using var withdrawn = await bewoner.SendAsync(HttpMethod.Delete, $"{bewoner.Person}/toestemmingen/groepscijfers");
        using var again = await bewoner.SendAsync(HttpMethod.Delete, $"{bewoner.Person}/toestemmingen/groepscijfers");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (withdrawn.StatusCode, again.StatusCode));
        Assert.Equal(0, await bewoner.CountAsync(InGroups));
        Assert.Single((await bewoner.ReadAsync($"{bewoner.Person}/inzicht"))["metingen"]!.AsArray());
    }

    [Fact]
    public async Task Deleting_everything_deletes_everything()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service, "groepscijfers", "ervaringen");
        await bewoner.AttendAsync(1);
        using var rated = await bewoner.SendAsync(HttpMethod.Put, $"{bewoner.Person}/ervaringen/{bewoner.ActiviteitId}/eerste", new() { ["cijfer"] = 4 });

        using var deleted = await bewoner.SendAsync(HttpMethod.Delete, $"{bewoner.Person}/inzicht");
        var export = await bewoner.ReadAsync($"{bewoner.Person}/inzicht/export");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (rated.StatusCode, deleted.StatusCode));
        Assert.Empty(export["inzicht"]!["metingen"]!.AsArray());
        Assert.Empty(export["ervaringen"]!.AsArray());
        Assert.All(export["toestemmingen"]!.AsArray(), item => Assert.NotNull(item!["ingetrokkenOp"]));
    }

    [Fact]
    public async Task A_yes_is_to_the_newest_text_and_twice_is_once()
    {
        using var bewoner = await Bewoner.WithKeyAsync(service);
        await bewoner.ConsentAsync("eigen-inzicht");
        await bewoner.ConsentAsync("eigen-inzicht");

        using var other = await bewoner.SendAsync(HttpMethod.Put, $"{bewoner.Person}/toestemmingen/eigen-inzicht", new() { ["tekstVersie"] = 9 });
        using var unknown = await bewoner.SendAsync(HttpMethod.Put, $"{bewoner.Person}/toestemmingen/reclame", new() { ["tekstVersie"] = 1 });

        Assert.Equal("409 lifestyle.toestemming.tekst-verouderd", await other.ProblemAsync());
        Assert.Equal("404 lifestyle.toestemming.doel-onbekend", await unknown.ProblemAsync());
        Assert.Single((await bewoner.ReadAsync($"{bewoner.Person}/toestemmingen"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_published_text_or_questionnaire_never_changes()
    {
        using var programme = service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:beheren");
        using var partner = service.Partner();
        var text = new JsonObject { ["nederlands"] = "Anders", ["engels"] = "Different" };

        using var changed = await programme.SendJsonAsync(HttpMethod.Put, "/lifestyle/v1/toestemmingsteksten/ervaringen/versies/1", text);
        using var skipped = await programme.SendJsonAsync(HttpMethod.Put, "/lifestyle/v1/toestemmingsteksten/ervaringen/versies/3", text);
        using var refused = await partner.SendJsonAsync(HttpMethod.Put, "/lifestyle/v1/toestemmingsteksten/ervaringen/versies/2", text);
        var texts = await ItemsAsync(partner, "/lifestyle/v1/toestemmingsteksten");

        Assert.Equal("409 lifestyle.toestemmingstekst.versie-past-niet", await changed.ProblemAsync());
        Assert.Equal("409 lifestyle.toestemmingstekst.versie-past-niet", await skipped.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await refused.ProblemAsync());
        Assert.Equal(["eigen-inzicht", "ervaringen", "groepscijfers"], texts.Select(item => (string)item!["doel"]!));
    }
}
