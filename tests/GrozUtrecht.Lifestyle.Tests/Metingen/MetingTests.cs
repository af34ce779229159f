using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class MetingTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_resident_sees_the_own_web_over_time_and_what_was_attended()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        await bewoner.AgeAsync(91);
        using var second = await bewoner.MeasureAsync(3, Bewoner.Meting(Bewoner.Marks(8, 5, 7, 6, 8, 5)));
        await bewoner.AttendAsync(2);

        var inzicht = await bewoner.ReadAsync($"{bewoner.Person}/inzicht");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var metingen = inzicht["metingen"]!.AsArray();
        Assert.Equal([0, 3], metingen.Select(meting => (int)meting!["maanden"]!));
        var scores = metingen[1]!["uitslagen"]![0]!["scores"]!.AsArray();
        Assert.Equal(
            ["lichaamsfuncties 8", "mentaal-welbevinden 5", "zingeving 7", "kwaliteit-van-leven 6", "meedoen 8", "dagelijks-functioneren 5"],
            scores.Select(score => $"{score!["dimensie"]} {(decimal)score["score"]!:0}"));
        var bezoek = Assert.Single(inzicht["bezoeken"]!.AsArray())!;
        Assert.Equal((2, 120), ((int)bezoek["keren"]!, (int)bezoek["duurMinuten"]!));
        Assert.Null(metingen[0]!["uitslagen"]![0]!["antwoorden"]);
    }

    [Fact]
    public async Task That_a_measurement_was_done_is_told_without_values_and_without_whose()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);

        var completed = await service.Events.FirstAsync<MetingCompleted>(item => item.PartnerId == bewoner.GuideId);

        Assert.Equal((1L, "nieuwegein", 0), (completed.Version, completed.Gebied, completed.MaandenNaStart));
        // Its properties are what it says: none of them is a person, a pseudonym, an arrangement or a score.
        Assert.Equal(
            ["Gebied", "MaandenNaStart", "MetingId", "OpgetredenOp", "PartnerId", "Version"],
            typeof(MetingCompleted).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_measurement_is_corrected_within_a_week_and_stands_after_that()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        using var corrected = await bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(1, 1, 1, 1, 1, 1)));
        await bewoner.AgeAsync(8);
        using var late = await bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(9, 9, 9, 9, 9, 9)));

        var inzicht = await bewoner.ReadAsync($"{bewoner.Person}/inzicht");

        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal("409 lifestyle.meting.vastgelegd", await late.ProblemAsync());
        var scores = Assert.Single(inzicht["metingen"]!.AsArray())!["uitslagen"]![0]!["scores"]!.AsArray();
        Assert.All(scores, score => Assert.Equal(1, (decimal)score!["score"]!));
    }

    [Fact]
    public async Task Two_parallel_measurements_of_one_moment_are_one()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "eigen-inzicht");

        var sent = await Task.WhenAll(Enumerable.Range(1, 6).Select(mark => bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(mark, mark, mark, mark, mark, mark)))));

        Assert.All(sent, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, await bewoner.CountAsync("SELECT count(*) FROM metingen.metingen WHERE arrangement_id = @ArrangementId AND version = 6"));
        Assert.Equal(6, await bewoner.CountAsync("SELECT count(*) FROM metingen.scores JOIN metingen.metingen ON id = meting_id WHERE arrangement_id = @ArrangementId"));
    }

    [Fact]
    public async Task A_measurement_outside_its_moment_is_refused()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "eigen-inzicht");
        var body = Bewoner.Meting(Bewoner.Marks(5, 5, 5, 5, 5, 5));

        using var early = await bewoner.MeasureAsync(3, body);
        using var unknown = await bewoner.MeasureAsync(4, body);
        await bewoner.AgeAsync(29);
        using var late = await bewoner.MeasureAsync(0, body);

        Assert.Equal("409 lifestyle.meting.te-vroeg", await early.ProblemAsync());
        Assert.Equal("404 lifestyle.meting.moment-onbekend", await unknown.ProblemAsync());
        Assert.Equal("409 lifestyle.meting.te-laat", await late.ProblemAsync());
    }

    [Fact]
    public async Task Answers_that_cannot_be_scored_are_refused_and_nothing_is_kept()
    {
        using var bewoner = await Bewoner.StartedAsync(service, "eigen-inzicht");

        Assert.Equal("422 lifestyle.meting.antwoord-ontbreekt", await RefusalAsync(Bewoner.Marks(5, 5, 5, 5, 5)));
        Assert.Equal("422 lifestyle.meting.vraag-onbekend", await RefusalAsync(Bewoner.Marks(5, 5, 5, 5, 5, 5, 5)));
        Assert.Equal("422 lifestyle.meting.antwoord-buiten-schaal", await RefusalAsync(Bewoner.Marks(5, 5, 5, 5, 5, 11)));
        Assert.Equal("422 lifestyle.meting.vragenlijsten-verschillen", await RefusalAsync(Bewoner.Marks(5, 5, 5, 5, 5, 5), Bewoner.Marks(5, 5, 5, 5, 5, 5)));
        var other = Bewoner.Marks(5, 5, 5, 5, 5, 5);
        other["versie"] = 2;
        Assert.Equal("422 lifestyle.vragenlijst.niet-gepubliceerd", await RefusalAsync(other));
        Assert.Equal("400 verzoek.ongeldig", await RefusalAsync());
        Assert.Equal(0, await bewoner.CountAsync("SELECT count(*) FROM metingen.metingen WHERE arrangement_id = @ArrangementId"));

        async Task<string> RefusalAsync(params JsonNode[] vragenlijsten)
        {
            using var response = await bewoner.MeasureAsync(0, Bewoner.Meting(vragenlijsten));
            return await response.ProblemAsync();
        }
    }

    [Fact]
    public async Task The_insight_goes_along_as_JSON_with_everything_and_as_PDF_with_the_web()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service, "groepscijfers");

        var export = await bewoner.ReadAsync($"{bewoner.Person}/inzicht/export");
        using var printed = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht/pdf");
        var pdf = new ReadPdf(await printed.Content.ReadAsByteArrayAsync());

        Assert.Equal(3, (int)export["inzicht"]!["metingen"]![0]!["uitslagen"]![0]!["antwoorden"]!["2"]!);
        Assert.Equal(["groepscijfers", "eigen-inzicht"], export["toestemmingen"]!.AsArray().Select(item => (string)item!["doel"]!));
        Assert.Equal("uitgegeven", (string)Assert.Single(export["sleutelgebeurtenissen"]!.AsArray())!["gebeurtenis"]!);
        Assert.Equal("Twee keer per week de deur uit", (string)export["arrangementen"]![0]!["afspraak"]!["doel"]!);
        Assert.Equal("no-store", printed.Headers.CacheControl!.ToString());
        Assert.Contains("Mentaal welbevinden\n3\n", pdf.Pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain(bewoner.PersoonId.ToString(), string.Concat(pdf.Pages), StringComparison.Ordinal);
    }
}
