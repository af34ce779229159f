namespace GrozUtrecht.EndToEnd.Tests;

[Collection(StackCollection.Name)]
public sealed class FaultTests(Stack stack)
{
    [Fact]
    public async Task While_RabbitMQ_is_away_requests_succeed_and_their_events_arrive_once_when_it_is_back()
    {
        var flow = new Flow(await stack.PartnerAsync());
        await stack.StopAsync("rabbitmq");

        await flow.ArrangeAsync();
        await flow.ConfirmAsync("helper");
        await flow.ConfirmAsync("hulpvrager");

        await stack.StartAsync("rabbitmq");
        await flow.CreditedAsync();
        Assert.Single(await flow.StatementAsync());
    }

    [Fact]
    public async Task A_service_killed_between_commit_and_publish_loses_nothing_and_doubles_nothing()
    {
        var flow = new Flow(await stack.PartnerAsync());
        await flow.ArrangeAsync();
        await flow.ConfirmAsync("helper");

        // Without a broker the committed event cannot have been published when the process dies.
        await stack.StopAsync("rabbitmq");
        await flow.ConfirmAsync("hulpvrager");
        await stack.KillAsync("support");
        await stack.StartAsync("rabbitmq");
        await stack.StartAsync("support");

        await flow.CreditedAsync();
        Assert.Single(await flow.StatementAsync());
    }

    [Fact]
    public async Task Services_recover_by_themselves_when_PostgreSQL_restarts()
    {
        var partner = await stack.PartnerAsync();
        await stack.StopAsync("postgres");
        using var during = await partner.Http.GetAsync("/tijdbank/v1/rekeningen");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, during.StatusCode);

        await stack.StartAsync("postgres");
        foreach (var service in (string[])["support", "tijdbank", "lifestyle", "vitaal-werken", "identity"])
            await stack.WaitUntilHealthyAsync(service);

        var flow = new Flow(partner);
        await flow.ArrangeAsync();
        await flow.ConfirmAsync("helper");
        await flow.ConfirmAsync("hulpvrager");
        await flow.CreditedAsync();
        Assert.Single(await flow.StatementAsync());
    }

    [Fact]
    public async Task Without_Redis_the_gateway_still_lets_partners_through()
    {
        var partner = await stack.PartnerAsync();
        await stack.StopAsync("redis");

        using var answer = await partner.Http.GetAsync("/tijdbank/v1/rekeningen");

        await stack.StartAsync("redis");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }
}
