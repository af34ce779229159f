using System.Diagnostics;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class TracingTests : Platform
{
    [Fact]
    public async Task One_trace_runs_from_the_commit_through_the_outbox_into_the_consumer()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "GrozUtrecht.Outbox" or "MassTransit" or nameof(TracingTests),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(TracingTests));
        var script = new ConsumerScript();
        var replica = await StartAsync(script: script);
        await replica.ReachBrokerAsync();
        var events = await CollectAsync();
        var id = TestId.Guid();
        string traceId;

        using (var activity = source.StartActivity("request"))
        {
            traceId = activity!.TraceId.ToString();
            await replica.PublishAsync(new Counted { CountedId = id });
        }

        await events.FirstAsync<Recounted>(item => item.CountedId == id);
        Assert.Equal(traceId, script.TraceIds[id]);
        Assert.Contains(traceId, Assert.Single(events.All<Recounted>()).Traceparent, StringComparison.Ordinal);
    }
}
