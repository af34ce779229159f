using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

/// <summary>A member company in an area, with its coordinator and a supplier with one offer; of partners that no other test knows.</summary>
internal sealed class Koppelwereld : IDisposable
{
    public const string Adres = "/vitaal-werken/v1/koppelingen";

    private readonly VitaalWerkenFixture service;

    private Koppelwereld(VitaalWerkenFixture service) => this.service = service;

    public HttpClient Bedrijf { get; private init; } = null!;

    public HttpClient Leverancier { get; private init; } = null!;

    public HttpClient Coordinator { get; private init; } = null!;

    public Guid BedrijfPartnerId { get; private init; }

    public Guid BedrijfId { get; private init; }

    public Guid LeverancierId { get; private init; }

    public Guid AanbodId { get; private init; }

    public string Voorstellen => $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/koppelvoorstellen";

    public static DateOnly Today => NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow());

    public static async Task<Koppelwereld> StartAsync(VitaalWerkenFixture service, string onderwerp = "bewegen", long? prijsCenten = 25_000)
    {
        var (employer, supplier) = (TestId.Guid(), TestId.Guid());
        var bedrijf = service.Partner(employer);
        var leverancierId = await service.LeverancierAsync(supplier);
        return new(service)
        {
            Bedrijf = bedrijf,
            Leverancier = service.Partner(supplier),
            Coordinator = await service.CoordinatorAsync(),
            BedrijfPartnerId = employer,
            BedrijfId = await service.LidAsync(bedrijf),
            LeverancierId = leverancierId,
            AanbodId = await service.AanbodAsync(leverancierId, onderwerp, prijsCenten: prijsCenten),
        };
    }

    public static JsonObject Body(Guid aanbodId, int groepsgrootte = 12) => new()
    {
        ["aanbodId"] = aanbodId,
        ["groepsgrootte"] = groepsgrootte,
        ["periodeVan"] = Today.AddDays(7).ToString("O"),
        ["periodeTotEnMet"] = Today.AddDays(70).ToString("O"),
    };

    /// <summary>Proposes an offer, the world's own unless another is named, and gives the address of the koppeling.</summary>
    public async Task<string> ProposedAsync(Guid? aanbodId = null, HttpClient? by = null)
    {
        using var response = await ProposeAsync(by ?? Bedrijf, Body(aanbodId ?? AanbodId));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> ProposeAsync(HttpClient by, JsonObject body) =>
        by.SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/koppelingen", body);

    public static Task<HttpResponseMessage> AgreeAsync(HttpClient by, string address, string version, bool? closesOthers = null) =>
        by.SendJsonAsync(HttpMethod.Put, $"{address}/instemming", new JsonObject { ["sluitAndere"] = closesOthers }, version);

    public static Task<HttpResponseMessage> DeclineAsync(HttpClient by, string address, string version, string reason, string? text = null) =>
        by.SendJsonAsync(HttpMethod.Put, $"{address}/afwijzing", new JsonObject { ["reden"] = reason, ["toelichting"] = text }, version);

    public static async Task<JsonObject> GetAsync(HttpClient by, string address) => (await by.GetFromJsonAsync<JsonObject>(address))!;

    /// <summary>Another supplier with one offer.</summary>
    public async Task<(HttpClient Client, Guid AanbodId)> OtherAsync(string onderwerp = "bewegen", string vorm = "workshop", long? prijsCenten = 25_000)
    {
        var partnerId = TestId.Guid();
        return (service.Partner(partnerId), await service.AanbodAsync(await service.LeverancierAsync(partnerId), onderwerp, vorm, prijsCenten));
    }

    public void Dispose()
    {
        Bedrijf.Dispose();
        Leverancier.Dispose();
        Coordinator.Dispose();
    }
}
