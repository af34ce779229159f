using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Matching;

[Collection(SupportCollection.Name)]
public sealed class WaaromTests(SupportFixture support)
{
    [Fact]
    public async Task Of_a_candidate_it_says_the_place_the_points_and_when_it_would_begin()
    {
        var partner = support.NewPartner();
        var near = await partner.RegisterHelperAsync(With("postcode", "3581"));
        var far = await partner.RegisterHelperAsync(With("postcode", "3584"));
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));

        var (first, second) = (await WaaromAsync(partner, hulpvraagId, near), await WaaromAsync(partner, hulpvraagId, far));

        Assert.Equal(("kandidaat", 1), (first.GetProperty("uitkomst").GetString(), first.GetProperty("rang").GetInt32()));
        Assert.Equal(2, second.GetProperty("rang").GetInt32());
        Assert.Equal(second.GetProperty("score").GetInt32(), second.GetProperty("redenen").EnumerateArray().Sum(reden => reden.GetProperty("punten").GetInt32()));
        Assert.Single(second.GetProperty("beurten").EnumerateArray());
        Assert.Empty(second.GetProperty("belemmeringen").EnumerateArray());
    }

    [Fact]
    public async Task Of_somebody_else_it_says_everything_that_is_in_the_way()
    {
        var partner = support.NewPartner();
        var hulpvrager = TestId.Guid();
        var request = Partner.HelperRequest(hulpvrager);
        request["postcode"] = "3431";
        request["categorieen"] = new JsonArray("taal");
        request["maximumMinutenPerWeek"] = 30;
        var helperId = await partner.RegisterHelperAsync(request);
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(hulpvrager, Partner.Tomorrow));

        var answer = await WaaromAsync(partner, hulpvraagId, helperId);

        Assert.Equal("geen-kandidaat", answer.GetProperty("uitkomst").GetString());
        Assert.Equal(["categorie", "hulpvrager", "afstand", "week-vol"], Codes(answer));
        Assert.All(answer.GetProperty("belemmeringen").EnumerateArray(), it => Assert.EndsWith(".", it.GetProperty("tekst").GetString(), StringComparison.Ordinal));
        Assert.False(answer.TryGetProperty("rang", out _));
    }

    [Fact]
    public async Task Of_somebody_who_was_asked_it_says_why_then_and_what_became_of_it()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));
        var voorstelId = await partner.ProposeAsync(hulpvraagId, helperId);

        var waiting = await WaaromAsync(partner, hulpvraagId, helperId);
        Assert.Equal("gevraagd", waiting.GetProperty("uitkomst").GetString());
        Assert.Equal(voorstelId, waiting.GetProperty("voorstelId").GetGuid());
        Assert.Equal(8, waiting.GetProperty("redenen").GetArrayLength());
        Assert.Equal("Deze helper is gevraagd, en heeft nog niet geantwoord.", waiting.GetProperty("tekst").GetString());

        await partner.AcceptAsync(voorstelId);
        Assert.Equal("Deze helper is gevraagd, en zei ja.", (await WaaromAsync(partner, hulpvraagId, helperId)).GetProperty("tekst").GetString());
        var other = await partner.RegisterHelperAsync();
        using var closed = await partner.GetAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{other}");
        await closed.ProblemAsync(409, "support.hulpvraag.niet-open");
    }

    [Fact]
    public async Task Of_what_belongs_to_another_partner_it_says_nothing()
    {
        var (partner, other) = (support.NewPartner(), support.NewPartner());
        var (mine, theirs) = (await partner.RegisterHelperAsync(), await other.RegisterHelperAsync());
        var hulpvraagId = await partner.SubmitHulpvraagAsync();

        using var helper = await partner.GetAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{theirs}");
        await helper.ProblemAsync(404, "support.helper.onbekend");
        using var hulpvraag = await other.GetAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{mine}");
        await hulpvraag.ProblemAsync(404, "support.hulpvraag.onbekend");
    }

    [Fact]
    public async Task Candidates_who_are_equal_come_each_on_one_page()
    {
        var partner = support.NewPartner();
        List<Guid> helpers = [];
        for (var count = 0; count < 7; count++)
        {
            helpers.Add(await partner.RegisterHelperAsync());
        }

        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));
        List<Guid> seen = [];
        for (var next = ""; next is not null && seen.Count <= helpers.Count;)
        {
            var page = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten?limit=2{next}");
            Assert.All(page.GetProperty("items").EnumerateArray(), it => Assert.Single(it.GetProperty("beurten").EnumerateArray()));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(it => it.GetProperty("helperId").GetGuid()));
            next = page.TryGetProperty("volgende", out var cursor) ? $"&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal(helpers.Order(), seen);
    }

    [Theory]
    [InlineData("cursor=nietgoed")]
    [InlineData("cursor=OTB8fA")]
    [InlineData("cursor=OTB8OTk5OTk5OTk5OTk5OTk5OTk5OXwwMTk5MDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMA")]
    public async Task A_cursor_that_is_none_of_ours_is_refused(string query)
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();

        using var answer = await partner.GetAsync($"/hulpvragen/{hulpvraagId}/kandidaten?{query}");

        await answer.ProblemAsync(400, "verzoek.cursor-ongeldig");
    }

    private static JsonObject With(string name, JsonNode? value)
    {
        var request = Partner.HelperRequest();
        request[name] = value;
        return request;
    }

    private static Task<JsonElement> WaaromAsync(Partner partner, Guid hulpvraagId, Guid helperId) =>
        partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{helperId}");

    private static IEnumerable<string?> Codes(JsonElement answer) =>
        answer.GetProperty("belemmeringen").EnumerateArray().Select(it => it.GetProperty("code").GetString());
}
