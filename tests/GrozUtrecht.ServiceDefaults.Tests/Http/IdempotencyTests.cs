using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

public sealed class IdempotencyTests(Api api) : IClassFixture<Api>
{
    private const string Path = "/proef/v1/dingen";
    private readonly HttpClient client = api.ClientFor(TestId.Guid(), "proef:lezen", "proef:schrijven");

    [Fact]
    public async Task The_same_key_with_the_same_request_gets_the_first_answer_and_no_second_effect()
    {
        var before = await api.CountAsync();
        var (key, thing) = (TestId.New(), new { id = TestId.Guid(), aantal = 1 });

        var first = await SendAsync(key, thing);
        var second = await SendAsync(key, thing);

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Equal(first, second);
        Assert.Equal(before + 1, await api.CountAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_stores_nothing()
    {
        var key = TestId.New();
        await SendAsync(key, new { id = TestId.Guid(), aantal = 1 });
        var before = await api.CountAsync();

        var other = await SendAsync(key, new { id = TestId.Guid(), aantal = 2 });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "verzoek.sleutel-hergebruikt"), (other.Status, other.Code));
        Assert.Equal(before, await api.CountAsync());
    }

    [Fact]
    public async Task The_same_key_of_another_client_is_another_key()
    {
        var (key, thing) = (TestId.New(), new { aantal = 1 });
        var first = await SendAsync(key, new { id = TestId.Guid(), thing.aantal });
        var other = api.ClientFor(TestId.Guid(), "proef:schrijven");

        var second = await SendAsync(key, new { id = TestId.Guid(), thing.aantal }, other);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.NotEqual(first.Body, second.Body);
    }

    [Fact]
    public async Task While_the_first_request_runs_the_second_is_told_so()
    {
        await using var own = new Owned<Api>(new Api());
        await own.Value.InitializeAsync();
        var slow = own.Value;
        var caller = slow.ClientFor(TestId.Guid(), "proef:schrijven");
        slow.Pause = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var (key, thing) = (TestId.New(), new { id = TestId.Guid(), aantal = 1 });

        var first = SendAsync(key, thing, caller);
        await slow.Paused.Task;
        var second = await SendAsync(key, thing, caller);
        slow.Pause.SetResult();

        Assert.Equal((HttpStatusCode.Conflict, "verzoek.loopt-nog"), (second.Status, second.Code));
        Assert.Equal(HttpStatusCode.Created, (await first).Status);
        Assert.Equal(1, await slow.CountAsync());
    }

    [Fact]
    public async Task A_refused_request_is_rolled_back_and_its_key_may_be_used_again()
    {
        var before = await api.CountAsync();
        var key = TestId.New();

        var refused = await SendAsync(key, new { id = TestId.Guid(), aantal = 101 });
        var accepted = await SendAsync(key, new { id = TestId.Guid(), aantal = 100 });

        Assert.Equal("proef.ding.geweigerd", refused.Code);
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        Assert.Equal(before + 1, await api.CountAsync());
    }

    [Fact]
    public async Task A_key_longer_than_the_limit_is_refused()
    {
        var answer = await SendAsync(new string('k', 129), new { id = TestId.Guid(), aantal = 1 });

        Assert.Equal((HttpStatusCode.BadRequest, "verzoek.idempotentiesleutel-ongeldig"), (answer.Status, answer.Code));
    }

    private async Task<Answer> SendAsync(string key, object body, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await (caller ?? client).SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    private sealed record Answer(HttpStatusCode Status, string Body, string? Location)
    {
        public string? Code => (string?)JsonNode.Parse(Body)!["code"];
    }
}
