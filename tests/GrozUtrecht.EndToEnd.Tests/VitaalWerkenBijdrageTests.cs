using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>Hours of a company to a community fund: from Vitaal Werken to the Tijdbank and back, while what carries them is away.</summary>
[Collection(StackCollection.Name)]
public sealed class VitaalWerkenBijdrageTests(Stack stack)
{
    private const int DurationMinutes = 600;
    private static readonly Guid Receiver = new("01990000-0000-7000-8000-000000000002");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_contribution_is_booked_once_and_taken_back_once_though_RabbitMQ_and_both_services_are_away_meanwhile()
    {
        var (company, receiver) = (await stack.PartnerAsync(), await stack.PartnerAsync("ontwikkel-partner-2"));
        var fund = (Guid)(await receiver.PostAsync("/tijdbank/v1/wijkpotten", new { naam = "Pot", gebied = "nieuwegein", doel = "Voor wie hulp zoekt" }))["id"]!;
        var contribution = await PledgeAsync(company, fund);

        await stack.StopAsync("rabbitmq");
        await StepAsync(company, contribution, "levering", new { });
        // Without a broker the committed event cannot have been published when the process dies.
        await stack.KillAsync("vitaal-werken");
        await stack.StartAsync("rabbitmq");
        await stack.StartAsync("vitaal-werken");
        await BookedAsync(company, contribution, "geboekt");
        Assert.Equal((DurationMinutes, "geboekt"), await FundAsync(receiver, fund));

        await stack.StopAsync("rabbitmq");
        await StepAsync(receiver, contribution, "betwisting", new { reden = "Er is niemand geweest" });
        await stack.KillAsync("tijdbank");
        await stack.StartAsync("rabbitmq");
        await stack.StartAsync("tijdbank");
        await BookedAsync(company, contribution, "teruggeboekt");
        Assert.Equal((0, "teruggeboekt"), await FundAsync(receiver, fund));
    }

    private static async Task<string> PledgeAsync(Partner company, Guid fund)
    {
        var bedrijf = await company.PostAsync("/vitaal-werken/v1/bedrijven", new
        {
            kvkNummer = "90000001", naam = "Bakkerij De Ochtend", sector = "detailhandel", grootteklasse = "klein", postcode = "3431",
        });
        var address = $"/vitaal-werken/v1/bedrijven/{bedrijf["id"]}";
        await SendAsync(company, HttpMethod.Put, $"{address}/status", new { status = "lid" }, "\"1\"");
        var bijdrage = await company.PostAsync($"{address}/bijdragen", new
        {
            soort = "uren", omschrijving = "Twee dagen klussen in de buurttuin", duurMinuten = DurationMinutes, wijkpotId = fund, ontvangerPartnerId = Receiver,
        });
        return $"/vitaal-werken/v1/bijdragen/{bijdrage["id"]}";
    }

    private static async Task StepAsync(Partner partner, string contribution, string step, object body)
    {
        using var seen = await partner.Http.GetAsync(contribution);
        await SendAsync(partner, HttpMethod.Post, $"{contribution}/{step}", body, seen.Headers.ETag!.ToString());
    }

    private static async Task SendAsync(Partner partner, HttpMethod method, string path, object body, string version)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        using var response = await partner.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task BookedAsync(Partner company, string contribution, string status) => Eventually.Async(
        async () => (string?)(await company.GetAsync(contribution))["boeking"]?["status"] == status, Patience, $"the contribution to be {status}");

    /// <summary>What is in the fund, and the one line of what came in from companies.</summary>
    private static async Task<(int Balance, string? Line)> FundAsync(Partner receiver, Guid fund)
    {
        var lines = (await receiver.GetAsync($"/tijdbank/v1/wijkpotten/{fund}/bijdragen"))["items"]!.AsArray();
        var line = Assert.IsType<JsonObject>(Assert.Single(lines));
        return ((int)(await receiver.GetAsync($"/tijdbank/v1/wijkpotten/{fund}"))["saldoMinuten"]!, (string?)line["status"]);
    }
}
