using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class ArrangementTests(LifestyleFixture service)
{
    [Fact]
    public async Task Guide_and_resident_agree_and_the_start_is_told_without_saying_who()
    {
        using var bewoner = await Bewoner.StartedAsync(service);

        using var read = await bewoner.Guide.GetAsync(bewoner.Arrangement);
        var arrangement = await read.ReadObjectAsync();
        var started = await service.Events.FirstAsync<ArrangementStarted>(item => item.ArrangementId == bewoner.ArrangementId);

        Assert.Equal(("lopend", 1, bewoner.PersoonId), ((string)arrangement["status"]!, (int)arrangement["afspraak"]!["versie"]!, (Guid)arrangement["persoonId"]!));
        Assert.Equal((bewoner.GuideId, "nieuwegein", "bewoner", 1), (started.PartnerId, started.Gebied, started.Doelgroep, started.ActiviteitenAantal));
        Assert.DoesNotContain(bewoner.PersoonId.ToString(), System.Text.Json.JsonSerializer.Serialize(started), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_resident_there_is_no_agreement_and_no_start()
    {
        using var bewoner = await Bewoner.ProposedAsync(service);

        using var started = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/start", null);
        using var withoutKey = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies/1/instemming", null);
        using var wrongKey = await bewoner.SendAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies/1/instemming", key: "AAAA");

        Assert.Equal("409 lifestyle.arrangement.niet-overeengekomen", await started.ProblemAsync());
        Assert.Equal("403 lifestyle.inzagesleutel.ontbreekt", await withoutKey.ProblemAsync());
        Assert.Equal("403 lifestyle.inzagesleutel.onjuist", await wrongKey.ProblemAsync());
    }

    [Fact]
    public async Task A_change_holds_once_the_resident_agrees_and_the_old_set_until_then()
    {
        using var bewoner = await Bewoner.StartedAsync(service);
        var other = Guid.Parse((await PublishedAsync(bewoner.Guide)).Split('/')[^1]);
        var body = new JsonObject { ["doel"] = "Ook samen koken", ["activiteitIds"] = new JsonArray(bewoner.ActiviteitId, other) };

        using var proposed = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies", body);
        using var between = await bewoner.Guide.GetAsync(bewoner.Arrangement);
        using var old = await bewoner.SendAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies/1/instemming");
        using var agreed = await bewoner.SendAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies/2/instemming");
        using var twice = await bewoner.SendAsync(HttpMethod.Post, $"{bewoner.Arrangement}/versies/2/instemming");
        var own = (await bewoner.ReadAsync($"{bewoner.Person}/arrangementen"))["items"]![0]!;

        Assert.Equal(2, (int)(await proposed.ReadObjectAsync())["voorgesteldeVersie"]!);
        var waiting = await between.ReadObjectAsync();
        Assert.Equal((1, 2), ((int)waiting["afspraak"]!["versie"]!, (int)waiting["voorstel"]!["versie"]!));
        Assert.Equal("409 lifestyle.arrangement.versie-vervangen", await old.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        Assert.Equal("409 lifestyle.arrangement.al-ingestemd", await twice.ProblemAsync());
        Assert.Equal((2, 2), ((int)own["afspraak"]!["versie"]!, own["afspraak"]!["activiteitIds"]!.AsArray().Count));
        Assert.Null(own["voorstel"]);
    }

    [Fact]
    public async Task A_proposal_is_refused_for_what_is_wrong_with_it()
    {
        using var bewoner = await Bewoner.ProposedAsync(service);
        using var draft = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit());
        var draftId = (Guid)(await draft.ReadObjectAsync())["id"]!;

        Assert.Equal("409 lifestyle.arrangement.bestaat", await RefusalAsync(_ => { }));
        Assert.Equal("409 lifestyle.arrangement.persoon-zonder-sleutel", await RefusalAsync(body => body["persoonId"] = TestId.Guid()));
        Assert.Equal("422 lifestyle.gebied.onbekend", await RefusalAsync(body => body["gebied"] = "atlantis"));
        Assert.Equal("422 lifestyle.vragenlijst.niet-gepubliceerd", await RefusalAsync(body => body["vragenlijsten"] = new JsonArray("uwes")));
        Assert.Equal("422 lifestyle.arrangement.activiteit-onbekend", await RefusalAsync(body => body["activiteitIds"] = new JsonArray(draftId)));
        Assert.Equal("422 lifestyle.arrangement.activiteit-dubbel", await RefusalAsync(body => body["activiteitIds"] = new JsonArray(bewoner.ActiviteitId, bewoner.ActiviteitId)));
        Assert.Equal("422 lifestyle.tekst.bsn", await RefusalAsync(body => body["doel"] = "BSN 111222333"));
        Assert.Equal("400 verzoek.ongeldig", await RefusalAsync(body => body["activiteitIds"] = new JsonArray()));

        async Task<string> RefusalAsync(Action<JsonObject> change)
        {
            using var response = await bewoner.ProposeAsync(change);
            return await response.ProblemAsync();
        }
    }

    [Fact]
    public async Task A_resident_stops_without_asking_anybody()
    {
        using var bewoner = await Bewoner.StartedAsync(service);

        using var stopped = await bewoner.SendAsync(HttpMethod.Post, $"{bewoner.Arrangement}/stop");
        using var again = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/beeindiging", new JsonObject { ["afloop"] = "afgerond" });

        Assert.Equal("gestopt", (string)(await stopped.ReadObjectAsync())["status"]!);
        Assert.Equal("409 lifestyle.arrangement.beeindigd", await again.ProblemAsync());
    }

    [Fact]
    public async Task Another_guide_has_no_way_to_an_arrangement_and_nobody_runs_two()
    {
        using var bewoner = await Bewoner.StartedAsync(service);
        using var other = service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:begeleiden");

        using var read = await other.GetAsync(bewoner.Arrangement);
        using var moments = await other.GetAsync($"{bewoner.Arrangement}/meetmomenten");
        using var ended = await other.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/beeindiging", new JsonObject { ["afloop"] = "gestopt" });
        var body = new JsonObject
        {
            ["persoonId"] = bewoner.PersoonId, ["doelgroep"] = "bewoner", ["gebied"] = "nieuwegein", ["doel"] = "Nog een",
            ["activiteitIds"] = new JsonArray(bewoner.ActiviteitId),
        };
        using var proposed = await other.SendJsonAsync(HttpMethod.Post, "/lifestyle/v1/arrangementen", body);
        var second = $"/lifestyle/v1/arrangementen/{(Guid)(await proposed.ReadObjectAsync())["id"]!}";
        using var agreed = await bewoner.SendAsync(HttpMethod.Post, $"{second}/versies/1/instemming");
        using var started = await other.SendJsonAsync(HttpMethod.Post, $"{second}/start", null);

        Assert.Equal("404 lifestyle.arrangement.onbekend", await read.ProblemAsync());
        Assert.Equal("404 lifestyle.arrangement.onbekend", await moments.ProblemAsync());
        Assert.Equal("404 lifestyle.arrangement.onbekend", await ended.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        Assert.Equal("409 lifestyle.arrangement.loopt-al", await started.ProblemAsync());
        Assert.Empty(await ItemsAsync(other, "/lifestyle/v1/meetmomenten"));
    }

    [Fact]
    public async Task A_guide_is_somebody_with_that_scope()
    {
        using var bewoner = await Bewoner.ProposedAsync(service);
        using var partner = service.Partner(bewoner.GuideId);

        using var read = await partner.GetAsync(bewoner.Arrangement);
        using var issued = await partner.SendJsonAsync(HttpMethod.Post, $"{bewoner.Person}/inzagesleutels", null);

        Assert.Equal("403 toegang.scope-ontbreekt", await read.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await issued.ProblemAsync());
    }

    [Fact]
    public async Task A_guide_sees_that_a_measurement_is_due_and_that_it_was_done()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "eigen-inzicht");
        var due = await ItemsAsync(bewoner.Guide, "/lifestyle/v1/meetmomenten");
        using var measured = await bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(5, 5, 5, 5, 5, 5)));

        Assert.Equal(0, (int)Assert.Single(due)!["maanden"]!);
        Assert.Equal(["gedaan", "komt", "komt", "komt"], await StatusesAsync());
        Assert.Empty(await ItemsAsync(bewoner.Guide, "/lifestyle/v1/meetmomenten"));

        await bewoner.AgeAsync(190);
        Assert.Equal(["gedaan", "gemist", "open", "komt"], await StatusesAsync());
        Assert.Equal(6, (int)Assert.Single(await ItemsAsync(bewoner.Guide, "/lifestyle/v1/meetmomenten?limit=1"))!["maanden"]!);

        async Task<IEnumerable<string>> StatusesAsync() =>
            (await ItemsAsync(bewoner.Guide, $"{bewoner.Arrangement}/meetmomenten")).Select(item => (string)item!["status"]!);
    }
}
