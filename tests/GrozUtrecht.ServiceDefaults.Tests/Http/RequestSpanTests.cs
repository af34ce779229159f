using System.Collections.Concurrent;
using System.Diagnostics;
using GrozUtrecht.Testing;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

public sealed class RequestSpanTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task A_request_is_named_by_its_method_and_route()
    {
        var span = await SpanOfAsync("/proef/v1/dingen");

        Assert.Equal("GET /proef/v1/dingen", span.DisplayName);
        Assert.Equal("/proef/v1/dingen", span.GetTagItem("http.route"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        Assert.True(span.Recorded);
    }

    [Fact]
    public async Task A_bug_marks_its_span_as_failed() => Assert.Equal(ActivityStatusCode.Error, (await SpanOfAsync("/proef/v1/fout")).Status);

    [Theory]
    [InlineData("/alive")]
    [InlineData("/health")]
    public async Task A_probe_leaves_no_trace(string path) => Assert.False((await SpanOfAsync(path)).Recorded);

    private async Task<Activity> SpanOfAsync(string path)
    {
        var (trace, caller) = (ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        var stopped = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{trace}-{caller}-01");
        using var response = await api.ClientFor(TestId.Guid(), "proef:lezen").SendAsync(request);

        await Eventually.Async(() => stopped.Any(span => span.ParentSpanId == caller), what: "the span to end");
        return stopped.Single(span => span.ParentSpanId == caller);
    }
}
