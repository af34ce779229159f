namespace GrozUtrecht.EndToEnd.Tests;

[Collection(StackCollection.Name)]
public sealed class FirstFlowTests(Stack stack)
{
    [Fact]
    public async Task A_fulfilled_hulpvraag_becomes_hours_on_the_helpers_account_and_Support_shows_them()
    {
        var flow = new Flow(await stack.PartnerAsync());
        await flow.ArrangeAsync();

        await flow.ConfirmAsync("helper");
        await flow.ConfirmAsync("hulpvrager");
        await flow.CreditedAsync();

        var line = Assert.Single(await flow.StatementAsync());
        Assert.Equal(Flow.DurationMinutes, (int)line!["saldoNaMinuten"]!);
    }

    [Fact]
    public async Task Another_partner_sees_nothing_of_it()
    {
        var flow = new Flow(await stack.PartnerAsync());
        await flow.ArrangeAsync();
        var other = await stack.PartnerAsync("ontwikkel-partner-2");

        using var appointment = await other.Http.GetAsync($"/support/v1/afspraken/{flow.AppointmentId}");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, appointment.StatusCode);
    }
}
