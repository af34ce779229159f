using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class ErvaringTests(LifestyleFixture service)
{
    [Fact]
    public async Task People_are_asked_after_the_first_the_third_and_the_last_time()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "ervaringen");
        Assert.Empty(await OpenAsync(bewoner));

        await bewoner.AttendAsync(1);
        Assert.Equal(["eerste"], await OpenAsync(bewoner));

        using var first = await AnswerAsync(bewoner, "eerste");
        using var again = await AnswerAsync(bewoner, "eerste");
        await bewoner.AttendAsync(3, firstDay: 10);
        Assert.Equal(["derde"], await OpenAsync(bewoner));

        // The sessions of this test lie ahead, so the end does too.
        using var ended = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Arrangement}/beeindiging", new JsonObject { ["afloop"] = "afgerond" });
        await bewoner.ExecuteAsync("UPDATE metingen.arrangementen SET beeindigd_op = now() + interval '1 year' WHERE id = @ArrangementId");
        Assert.Equal(["derde", "laatste"], await OpenAsync(bewoner));
        using var last = await AnswerAsync(bewoner, "laatste");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.NoContent), (first.StatusCode, ended.StatusCode, last.StatusCode));
        Assert.Equal("409 lifestyle.ervaring.niet-gevraagd", await again.ProblemAsync());
    }

    [Fact]
    public async Task What_nobody_asked_or_agreed_to_is_not_kept()
    {
        using var bewoner = await Bewoner.StartedAsync(service);
        await bewoner.AttendAsync(3);
        Assert.Empty(await OpenAsync(bewoner));

        using var without = await AnswerAsync(bewoner, "eerste");
        await bewoner.ConsentAsync("ervaringen");
        using var unknown = await AnswerAsync(bewoner, "tweede");
        using var early = await AnswerAsync(bewoner, "laatste");
        using var shape = await AnswerAsync(bewoner, "eerste", body => body["cijfer"] = 6);
        using var bsn = await AnswerAsync(bewoner, "eerste", body => body["opmerking"] = "111222333");

        Assert.Equal("409 lifestyle.toestemming.ontbreekt", await without.ProblemAsync());
        Assert.Equal("409 lifestyle.ervaring.niet-gevraagd", await unknown.ProblemAsync());
        Assert.Equal("409 lifestyle.ervaring.niet-gevraagd", await early.ProblemAsync());
        Assert.Equal("400 verzoek.ongeldig", await shape.ProblemAsync());
        Assert.Equal("422 lifestyle.tekst.bsn", await bsn.ProblemAsync());
    }

    [Fact]
    public async Task Withdrawal_erases_what_was_said_and_a_remark_never_goes_to_groups()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "ervaringen", "groepscijfers");
        await bewoner.AttendAsync(1);
        using var answered = await AnswerAsync(bewoner, "eerste");
        const string InGroups = "SELECT count(*) FROM metingen.ervaringen_voor_groepen WHERE arrangement_id = @ArrangementId AND cijfer = 4";

        Assert.Equal(1, await bewoner.CountAsync(InGroups));
        Assert.Equal(0, await bewoner.CountAsync(
            "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'metingen' AND table_name = 'ervaringen_voor_groepen' AND column_name = 'opmerking'"));
        using var withdrawn = await bewoner.SendAsync(HttpMethod.Delete, $"{bewoner.Person}/toestemmingen/ervaringen");
        Assert.Equal(0, await bewoner.CountAsync("SELECT count(*) FROM metingen.ervaringen WHERE arrangement_id = @ArrangementId"));
    }

    private static async Task<IEnumerable<string>> OpenAsync(Bewoner bewoner) =>
        (await bewoner.ReadAsync($"{bewoner.Person}/ervaringsvragen"))["items"]!.AsArray().Select(item => (string)item!["keer"]!);

    private static Task<HttpResponseMessage> AnswerAsync(Bewoner bewoner, string keer, Action<JsonObject>? change = null)
    {
        var body = new JsonObject { ["cijfer"] = 4, ["woorden"] = new JsonArray("fijn", "gezellig"), ["opmerking"] = "Leuke groep" };
        change?.Invoke(body);
        return bewoner.SendAsync(HttpMethod.Put, $"{bewoner.Person}/ervaringen/{bewoner.ActiviteitId}/{keer}", body);
    }
}
