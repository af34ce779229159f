using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;
using static GrozUtrecht.VitaalWerken.Tests.Programmas.ProgrammaWereld;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

[Collection(VitaalWerkenService.Name)]
public sealed class AgreeProgrammaTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_programme_that_all_agreed_to_books_its_suppliers_and_is_started_once()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.AgreedAsync();

        var programma = await wereld.ReadAsync(wereld.Bedrijf);
        var versie = await wereld.ReadAsync(wereld.Bedrijf, "/versies/1");
        await wereld.DoAsync(wereld.Coordinator, "/start");
        using var again = await wereld.StepAsync(wereld.Bedrijf, "/start");

        Assert.Equal("overeengekomen", (string?)programma["status"]);
        Assert.Equal(1, (int)programma["geldendeVersie"]!);
        Assert.Equal(["ingestemd", "ingestemd", "ingestemd"], versie["instemmingen"]!.AsArray().Select(item => (string?)item!["besluit"]));
        Assert.Equal("409 vitaal-werken.programma.al-gestart", await again.ProblemAsync());
        var started = await service.Events.FirstAsync<ProgrammaStarted>(item => item.ProgrammaId == wereld.ProgrammaId);
        Assert.Equal((2, 2, 2, 1), (started.AantalModules, started.AantalSessies, started.AantalLeveranciers, started.Versie));
        using var agenda = await wereld.Aanbieders[0].Client.GetAsync($"/vitaal-werken/v1/leveranciers/{wereld.Aanbieders[0].Id}/agenda");
        var boeking = Assert.Single((await agenda.ReadObjectAsync())["items"]!.AsArray())!;
        Assert.Equal(wereld.ProgrammaId, (Guid)boeking["bronId"]!);
    }

    [Fact]
    public async Task Nobody_agrees_for_somebody_else()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.ProgrammaAsync();
        await wereld.ChangeAsync(1, Inhoud(Module(wereld.Aanbieders[0], Sessie(1)), Module(wereld.Aanbieders[1], Sessie(2))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");

        foreach (var (who, body) in new[]
        {
            (wereld.Coordinator, For(null)), (wereld.Coordinator, For(wereld.Aanbieders[0])), (wereld.Bedrijf, For(wereld.Aanbieders[0])),
            (wereld.Aanbieders[0].Client, For(null)), (wereld.Aanbieders[0].Client, For(wereld.Aanbieders[1])),
        })
        {
            using var agreed = await wereld.StepAsync(who, "/versies/1/instemming", (JsonObject)body.DeepClone());
            var refusal = (JsonObject)body.DeepClone();
            refusal["reden"] = "prijs";
            using var refused = await wereld.StepAsync(who, "/versies/1/afwijzing", refusal);
            Assert.Equal("403 vitaal-werken.programma.niet-uw-rol", await agreed.ProblemAsync());
            Assert.Equal("403 vitaal-werken.programma.niet-uw-rol", await refused.ProblemAsync());
        }

        foreach (var step in new[] { "/start", "/intrekking", "/versies", "/versies/1/voorstel", "/versies/1/intrekking" })
        {
            using var planned = await wereld.StepAsync(wereld.Aanbieders[0].Client, step);
            Assert.Equal("403 vitaal-werken.programma.niet-uw-rol", await planned.ProblemAsync());
        }

        var versie = await wereld.ReadAsync(wereld.Bedrijf, "/versies/1");
        Assert.All(versie["instemmingen"]!.AsArray(), item => Assert.Equal("open", (string?)item!["besluit"]));
    }

    [Fact]
    public async Task What_was_agreed_holds_until_all_agree_on_the_next_version()
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.AgreedAsync();
        await wereld.DoAsync(wereld.Bedrijf, "/start");
        var sleutel = (string)(await wereld.ReadAsync(wereld.Bedrijf, "/versies/1"))["modules"]![0]!["sessies"]![0]!["sleutel"]!;

        await wereld.DoAsync(wereld.Bedrijf, "/versies");
        await wereld.ChangeAsync(2, Inhoud(Module(wereld.Aanbieders[0], Sessie(0, 14, sleutel), Sessie(7))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/2/voorstel");
        var between = await wereld.AgreeAsync(2, wereld.Aanbieders[0]);
        var booked = await BookedAsync(wereld.ProgrammaId);
        var after = await wereld.AgreeAsync(2);

        Assert.Equal((1, "lopend"), ((int)between["geldendeVersie"]!, (string?)between["status"]));
        Assert.Equal(1, booked);
        Assert.Equal((2, "lopend"), ((int)after["geldendeVersie"]!, (string?)after["status"]));
        Assert.Equal(["vervangen", "overeengekomen"], after["versies"]!.AsArray().Select(item => (string?)item!["status"]));
        Assert.Equal(2, await BookedAsync(wereld.ProgrammaId));
        var versie = await wereld.ReadAsync(wereld.Aanbieders[0].Client, "/versies/2");
        Assert.Equal(sleutel, (string?)versie["modules"]![0]!["sessies"]![0]!["sleutel"]);
    }

    [Fact]
    public async Task Who_refuses_says_why_and_the_others_try_again()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.ProgrammaAsync();
        await wereld.ChangeAsync(1, Inhoud(Module(wereld.Aanbieders[0], Sessie(1)), Module(wereld.Aanbieders[1], Sessie(2))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");
        await wereld.AgreeAsync(1);
        var body = For(wereld.Aanbieders[0]);
        (body["reden"], body["toelichting"]) = ("datum-of-tijd", "Die week ben ik weg");

        using var silent = await wereld.StepAsync(wereld.Aanbieders[0].Client, "/versies/1/afwijzing", For(wereld.Aanbieders[0]));
        var vague = For(wereld.Aanbieders[0]);
        vague["reden"] = "anders";
        using var unclear = await wereld.StepAsync(wereld.Aanbieders[0].Client, "/versies/1/afwijzing", vague);
        var refused = await wereld.DoAsync(wereld.Aanbieders[0].Client, "/versies/1/afwijzing", body);
        using var late = await wereld.StepAsync(wereld.Aanbieders[1].Client, "/versies/1/instemming", For(wereld.Aanbieders[1]));
        var next = await wereld.DoAsync(wereld.Coordinator, "/versies");

        Assert.Equal("400 verzoek.onleesbaar", await silent.ProblemAsync());
        Assert.Equal("422 vitaal-werken.programma.toelichting-ontbreekt", await unclear.ProblemAsync());
        Assert.Equal(("concept", "afgewezen"), ((string?)refused["status"], (string?)refused["versies"]![0]!["status"]));
        Assert.Equal("409 vitaal-werken.programma.niet-voorgesteld", await late.ProblemAsync());
        Assert.Equal(2, next["versies"]!.AsArray().Count);
        Assert.Equal(2, (await wereld.ReadAsync(wereld.Bedrijf, "/versies/2"))["modules"]!.AsArray().Count);
        Assert.Equal("Die week ben ik weg", await WhySeenByAsync(wereld.Bedrijf));
        Assert.Equal("Die week ben ik weg", await WhySeenByAsync(wereld.Aanbieders[0].Client));
        Assert.Null(await WhySeenByAsync(wereld.Aanbieders[1].Client));

        async Task<string?> WhySeenByAsync(HttpClient who) => (string?)(await wereld.ReadAsync(who, "/versies/1"))["instemmingen"]!.AsArray()
            .Single(item => (string?)item!["besluit"] == "afgewezen")!["toelichting"];
    }

    [Fact]
    public async Task Of_many_who_agree_to_one_ETag_at_once_one_gets_through_and_the_others_only_have_to_look_again()
    {
        using var wereld = await CreateAsync(service, 4);
        await wereld.ProgrammaAsync();
        await wereld.ChangeAsync(1, Inhoud([.. wereld.Aanbieders.Select((aanbieder, index) => Module(aanbieder, Sessie(index)))]));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");

        HashSet<Aanbieder> done = [];
        while (done.Count < wereld.Aanbieders.Count)
        {
            var left = wereld.Aanbieders.Except(done).ToList();
            var etag = (await wereld.Bedrijf.GetAsync($"{Adres}/{wereld.ProgrammaId}")).Headers.ETag!.ToString();
            var answers = await Task.WhenAll(left.Select(aanbieder =>
                aanbieder.Client.SendJsonAsync(HttpMethod.Post, $"{Adres}/{wereld.ProgrammaId}/versies/1/instemming", For(aanbieder), etag)));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal(left.Count - 1, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
            done.Add(left[Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.OK)]);
        }

        var versie = await wereld.ReadAsync(wereld.Bedrijf, "/versies/1");
        Assert.Equal(["open", "ingestemd", "ingestemd", "ingestemd", "ingestemd"], versie["instemmingen"]!.AsArray().Select(item => (string?)item!["besluit"]));
    }

    [Fact]
    public async Task Of_two_who_change_a_concept_at_once_one_is_told_that_it_changed_and_nothing_is_mixed()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.ProgrammaAsync();

        var answers = await Task.WhenAll(wereld.Aanbieders.Select((aanbieder, index) => (index == 0 ? wereld.Bedrijf : wereld.Coordinator).SendJsonAsync(
            HttpMethod.Put, $"{Adres}/{wereld.ProgrammaId}/versies/1", Inhoud(Module(aanbieder, Sessie(index))), wereld.ETag)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
        var winner = wereld.Aanbieders[Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.OK)];
        var module = Assert.Single((await wereld.ReadAsync(wereld.Bedrijf, "/versies/1"))["modules"]!.AsArray())!;
        Assert.Equal(winner.Id, (Guid)module["leverancierId"]!);
    }

    [Fact]
    public async Task Every_step_asks_for_the_version_that_was_seen()
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        (HttpMethod Method, string Step, JsonObject? Body)[] steps =
        [
            (HttpMethod.Put, "/versies/1", Inhoud()), (HttpMethod.Post, "/versies", null), (HttpMethod.Post, "/versies/1/voorstel", null),
            (HttpMethod.Post, "/versies/1/intrekking", null), (HttpMethod.Post, "/versies/1/instemming", For(null)),
            (HttpMethod.Post, "/versies/1/afwijzing", new JsonObject { ["reden"] = "prijs" }), (HttpMethod.Post, "/start", null),
            (HttpMethod.Post, "/intrekking", null),
        ];

        foreach (var (method, step, body) in steps)
        {
            using var missing = await wereld.Bedrijf.SendJsonAsync(method, $"{Adres}/{wereld.ProgrammaId}{step}", body?.DeepClone());
            using var stale = await wereld.Bedrijf.SendJsonAsync(method, $"{Adres}/{wereld.ProgrammaId}{step}", body?.DeepClone(), "\"99\"");
            Assert.Equal("428 verzoek.versie-ontbreekt", await missing.ProblemAsync());
            Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        }
    }

    private async Task<long> BookedAsync(Guid programmaId)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM leveranciersboekingen WHERE bron = 'programma' AND bron_id = @programmaId", new { programmaId });
    }
}
