using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class MatchingTests(SupportFixture support)
{
    [Fact]
    public async Task Only_helpers_who_pass_every_filter_are_candidates()
    {
        var partner = support.NewPartner();
        var hulpvrager = TestId.Guid();
        var fits = await partner.RegisterHelperAsync();
        await partner.RegisterHelperAsync(Partner.HelperRequest(hulpvrager));
        await partner.RegisterHelperAsync(HelperWith("categorieen", new JsonArray("taal")));
        await partner.RegisterHelperAsync(HelperWith("postcode", "3431"));
        await partner.RegisterHelperAsync(HelperWith("maximumMinutenPerWeek", 30));
        await support.NewPartner().RegisterHelperAsync();

        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(hulpvrager));

        Assert.Equal([fits], await KandidatenAsync(partner, hulpvraagId));
    }

    [Fact]
    public async Task Candidates_come_page_by_page_best_first_and_each_once()
    {
        var partner = support.NewPartner();
        string[] postcodes = ["3582", "3581", "3583", "3585", "3584"];
        foreach (var postcode in postcodes)
        {
            await partner.RegisterHelperAsync(HelperWith("postcode", postcode));
        }

        var hulpvraagId = await partner.SubmitHulpvraagAsync();
        var all = (await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten")).GetProperty("items").EnumerateArray().ToList();
        var scores = all.ConvertAll(it => it.GetProperty("score").GetInt32());
        Assert.Equal(scores.OrderDescending(), scores);

        List<Guid> seen = [];
        for (var next = ""; next is not null && seen.Count <= all.Count;)
        {
            var page = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten?limit=2{next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(it => it.GetProperty("helperId").GetGuid()));
            next = page.TryGetProperty("volgende", out var cursor) ? $"&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(all.Select(it => it.GetProperty("helperId").GetGuid()), seen);
    }

    [Fact]
    public async Task A_helper_with_an_appointment_at_that_time_is_no_candidate()
    {
        var partner = support.NewPartner();
        var begintOp = Partner.Tomorrow;
        var (_, helperId, _) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: begintOp), HelperWith("maximumMinutenPerWeek", null));

        var overlapping = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: begintOp.AddMinutes(64)));
        // In the same postcode it takes five minutes from door to door.
        var after = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: begintOp.AddMinutes(65)));

        Assert.Empty(await KandidatenAsync(partner, overlapping));
        Assert.Equal([helperId], await KandidatenAsync(partner, after));
        using var answer = await partner.PostAsync($"/hulpvragen/{overlapping}/voorstellen", new JsonObject { ["helperId"] = helperId });
        var problem = await answer.ProblemAsync(422, "support.voorstel.helper-past-niet");
        Assert.Equal("Heeft op dat moment, of te kort ervoor of erna, al een afspraak.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Of_all_helpers_who_accept_at_once_one_gets_the_appointment()
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();
        List<Guid> voorstellen = [];
        for (var count = 0; count < 6; count++)
        {
            voorstellen.Add(await partner.ProposeAsync(hulpvraagId, await partner.RegisterHelperAsync()));
        }

        var statusCodes = await AcceptAtOnceAsync(partner, [.. voorstellen, .. voorstellen]);

        Assert.Single(statusCodes, HttpStatusCode.Created);
        Assert.Equal(11, statusCodes.Count(status => status == HttpStatusCode.Conflict));
        var statuses = (await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/voorstellen")).GetProperty("items").EnumerateArray()
            .Select(it => it.GetProperty("status").GetString()).ToList();
        Assert.Single(statuses, "aanvaard");
        Assert.Equal(5, statuses.Count(status => status == "vervallen"));
        Assert.Single((await partner.ReadAsync("/afspraken")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_helper_who_accepts_overlapping_hulpvragen_at_once_gets_one()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync();
        List<Guid> voorstellen = [];
        for (var count = 0; count < 4; count++)
        {
            voorstellen.Add(await partner.ProposeAsync(await partner.SubmitHulpvraagAsync(), helperId));
        }

        var statusCodes = await AcceptAtOnceAsync(partner, voorstellen);

        Assert.Single(statusCodes, HttpStatusCode.Created);
        Assert.Equal(3, statusCodes.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_helper_who_declines_is_not_asked_again()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();
        var voorstelId = await partner.ProposeAsync(hulpvraagId, helperId);

        using var declined = await partner.PostAsync($"/voorstellen/{voorstelId}/afwijzing", new JsonObject { ["reden"] = "Ik ben dan weg." });
        Assert.Equal("afgewezen", (await declined.BodyAsync(HttpStatusCode.OK)).GetProperty("status").GetString());

        using var accepted = await partner.PostAsync($"/voorstellen/{voorstelId}/aanvaarding", null);
        await accepted.ProblemAsync(409, "support.voorstel.beantwoord");
        using var again = await partner.PostAsync($"/hulpvragen/{hulpvraagId}/voorstellen", new JsonObject { ["helperId"] = helperId });
        await again.ProblemAsync(422, "support.voorstel.helper-past-niet");
        Assert.Empty(await KandidatenAsync(partner, hulpvraagId));
        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    private static JsonObject HelperWith(string name, JsonNode? value)
    {
        var request = Partner.HelperRequest();
        request[name] = value;
        return request;
    }

    private static async Task<HttpStatusCode[]> AcceptAtOnceAsync(Partner partner, IEnumerable<Guid> voorstellen) =>
        await Task.WhenAll(voorstellen.Select(async id =>
        {
            using var answer = await partner.PostAsync($"/voorstellen/{id}/aanvaarding", null);
            return answer.StatusCode;
        }));

    private static async Task<IEnumerable<Guid>> KandidatenAsync(Partner partner, Guid hulpvraagId) =>
        (await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten")).GetProperty("items").EnumerateArray()
            .Select(it => it.GetProperty("helperId").GetGuid());
}
