using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.VitaalWerken.Tests.Bijdragen;

/// <summary>A member company, its partner, and a partner that receives.</summary>
internal sealed class Bijdragewereld : IDisposable
{
    private readonly VitaalWerkenFixture service;
    private readonly DeliveryCounter deliveries = new();
    private readonly ConnectHandle observing;

    private Bijdragewereld(VitaalWerkenFixture service)
    {
        this.service = service;
        Bedrijf = service.Partner(BedrijfPartnerId);
        Ontvanger = service.Partner(OntvangerPartnerId);
        observing = service.Services.GetRequiredService<IBusControl>().ConnectReceiveObserver(deliveries);
    }

    public Guid BedrijfPartnerId { get; } = TestId.Guid();

    public Guid OntvangerPartnerId { get; } = TestId.Guid();

    public Guid WijkpotId { get; } = TestId.Guid();

    public Guid BedrijfId { get; private set; }

    public HttpClient Bedrijf { get; }

    public HttpClient Ontvanger { get; }

    public static async Task<Bijdragewereld> MakeAsync(VitaalWerkenFixture service)
    {
        var world = new Bijdragewereld(service);
        world.BedrijfId = await service.LidAsync(world.Bedrijf);
        return world;
    }

    public JsonObject Uren(int minutes = 600) => new()
    {
        ["soort"] = "uren", ["omschrijving"] = "Twee dagen klussen in de buurttuin", ["duurMinuten"] = minutes, ["wijkpotId"] = WijkpotId,
        ["ontvangerPartnerId"] = OntvangerPartnerId,
    };

    public JsonObject Euros(long cents = 50_000) => new()
    {
        ["soort"] = "euro", ["omschrijving"] = "Voor de speeltuin", ["bedragCenten"] = cents, ["ontvangerPartnerId"] = OntvangerPartnerId,
    };

    public Task<HttpResponseMessage> TryPledgeAsync(JsonObject body, HttpClient? client = null) =>
        (client ?? Bedrijf).SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/bijdragen", body);

    /// <summary>The address of a new contribution.</summary>
    public async Task<string> PledgeAsync(JsonObject? body = null)
    {
        using var response = await TryPledgeAsync(body ?? Uren());
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    /// <summary>The address of a contribution that was delivered.</summary>
    public async Task<string> DeliveredAsync(JsonObject? body = null)
    {
        var address = await PledgeAsync(body);
        await MustAsync(Bedrijf, address, "levering", 1, body?["bedragCenten"] is null ? [] : new() { ["bewijs"] = "FACTUUR 2026-17" });
        return address;
    }

    public static Task<HttpResponseMessage> TryAsync(HttpClient client, string address, string step, long version, JsonObject? body = null) =>
        client.SendJsonAsync(step == "planning" ? HttpMethod.Put : HttpMethod.Post, $"{address}/{step}", body, $"\"{version}\"");

    public static async Task<JsonObject> MustAsync(HttpClient client, string address, string step, long version, JsonObject? body = null)
    {
        using var response = await TryAsync(client, address, step, version, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadObjectAsync();
    }

    public static async Task<JsonObject> ReadAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.ReadObjectAsync();
    }

    public static JsonObject Reden(string text = "Er is niemand geweest") => new() { ["reden"] = text };

    public static Guid IdOf(string address) => Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);

    public static UrenGedoneerd Booked(string address) => new()
    {
        GiftId = IdOf(address), NaarRekeningId = TestId.Guid(), OntvangerSoort = "wijkpot", OverboekingId = TestId.Guid(), DurationMinutes = 600,
        Anoniem = false, Version = 1, Bron = "vitaal-werken.bijdrage", BronId = IdOf(address), OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    public static BoekingGeweigerd Refused(string address, long version, string code = "tijdbank.wijkpot.gesloten") => new()
    {
        Bron = "vitaal-werken.bijdrage", BronId = IdOf(address), Version = version, Code = code, OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    public static BijdrageTeruggeboekt TakenBack(string address, bool wasBooked = true) => new()
    {
        BijdrageId = IdOf(address), Version = 4, OverboekingId = wasBooked ? TestId.Guid() : null, OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Delivers the message twice, as the same and as another message, and waits until both were handled.</summary>
    public async Task HandleAsync<T>(T message)
        where T : class
    {
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(messageIds.Append(messageIds[0]).Select(id => service.PublishAsync(message, id)));
        await Eventually.Async(
            () => deliveries.Finished(messageIds[0]) == 2 && deliveries.Finished(messageIds[1]) == 1, what: $"{typeof(T).Name} to be handled");
        Assert.All(messageIds, id => Assert.Equal(0, deliveries.Failed(id)));
    }

    public async Task ExecuteAsync(string sql, string address)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        Assert.Equal(1, await connection.ExecuteAsync(sql, new { id = IdOf(address) }));
    }

    public Task<T> ToldAsync<T>(Func<T, bool> fits) => service.Events.FirstAsync(fits);

    public void Dispose()
    {
        observing.Disconnect();
        Bedrijf.Dispose();
        Ontvanger.Dispose();
    }
}
