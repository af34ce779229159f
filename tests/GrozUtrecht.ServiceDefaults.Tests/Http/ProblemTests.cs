using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

public sealed class ProblemTests(Api api) : IClassFixture<Api>
{
    private const string Path = "/proef/v1/dingen";
    private const string Id = "01890a5d-ac96-774b-bcce-b302099a8057";
    private readonly HttpClient client = api.ClientFor(TestId.Guid(), "proef:lezen", "proef:schrijven");

    [Theory]
    [InlineData("{", "verzoek.onleesbaar")]
    [InlineData("""{"id":"x","aantal":1}""", "verzoek.onleesbaar")]
    [InlineData($$"""{"id":"{{Id}}","aantal":"1"}""", "verzoek.onleesbaar")]
    [InlineData($$"""{"id":"{{Id}}","aantal":1,"vreemd":2}""", "verzoek.onleesbaar")]
    [InlineData($$"""{"id":"{{Id}}","aantal":1,"aantal":2}""", "verzoek.onleesbaar")]
    [InlineData($$"""{"id":"{{Id}}"}""", "verzoek.onleesbaar")]
    [InlineData("[]", "verzoek.onleesbaar")]
    public async Task A_body_that_cannot_be_read_is_a_400_with_a_code_and_stores_nothing(string body, string code)
    {
        var before = await api.CountAsync();

        var problem = await ProblemAsync(await client.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Detail);
        Assert.Equal(before, await api.CountAsync());
    }

    [Fact]
    public async Task The_detail_names_the_place_but_never_the_value()
    {
        using var content = new StringContent($$"""{"id":"{{Id}}","aantal":"geheim-123"}""", Encoding.UTF8, "application/json");

        var problem = await ProblemAsync(await client.PostAsync(Path, content), HttpStatusCode.BadRequest);

        Assert.Contains("$.aantal", problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_media_type_is_a_415()
    {
        using var content = new StringContent("a=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        var problem = await ProblemAsync(await client.PostAsync(Path, content), HttpStatusCode.UnsupportedMediaType);

        Assert.Equal("verzoek.mediatype-onbekend", problem.Code);
    }

    [Fact]
    public async Task An_unknown_address_is_a_404_with_a_code()
    {
        var problem = await ProblemAsync(await client.GetAsync("/proef/v1/onbekend"), HttpStatusCode.NotFound);

        Assert.Equal("verzoek.onbekend-adres", problem.Code);
    }

    [Fact]
    public async Task Another_method_is_a_405_with_a_code()
    {
        var problem = await ProblemAsync(await client.DeleteAsync(Path), HttpStatusCode.MethodNotAllowed);

        Assert.Equal("verzoek.methode-niet-toegestaan", problem.Code);
    }

    [Fact]
    public async Task A_bug_is_a_500_that_tells_nothing_of_itself()
    {
        var problem = await ProblemAsync(await client.GetAsync("/proef/v1/fout"), HttpStatusCode.InternalServerError);

        Assert.Equal("dienst.fout", problem.Code);
        Assert.DoesNotContain("bug", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("abcde")]
    [InlineData("bm90LWEtY3Vyc29y")]
    public async Task A_cursor_of_someone_elses_making_is_a_400(string cursor)
    {
        var problem = await ProblemAsync(await client.GetAsync($"{Path}?cursor={cursor}"), HttpStatusCode.BadRequest);

        Assert.Equal("verzoek.cursor-ongeldig", problem.Code);
    }

    [Fact]
    public async Task Every_answer_carries_the_version_of_the_api()
    {
        using var good = await client.GetAsync(Path);
        using var bad = await api.ClientWith(null).GetAsync(Path);

        Assert.Equal("1.0.0", Assert.Single(good.Headers.GetValues("API-Version")));
        Assert.Equal("1.0.0", Assert.Single(bad.Headers.GetValues("API-Version")));
    }

    [Fact]
    public async Task A_good_request_is_stored_and_answered()
    {
        var before = await api.CountAsync();

        using var answer = await client.PostAsJsonAsync(Path, new { id = TestId.Guid(), aantal = 1 });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(before + 1, await api.CountAsync());
    }

    private static async Task<Problem> ProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var json = JsonNode.Parse(text)!;
        response.Dispose();
        return new((string?)json["code"], (string?)json["detail"], text);
    }

    private sealed record Problem(string? Code, string? Detail, string Text);
}
