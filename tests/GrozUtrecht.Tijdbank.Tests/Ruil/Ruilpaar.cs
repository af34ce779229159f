using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>Two partners that each manage an account: one advertises, the other orders.</summary>
internal sealed class Ruilpaar : IDisposable
{
    private readonly TijdbankFixture tijdbank;

    private Ruilpaar(TijdbankFixture tijdbank) => this.tijdbank = tijdbank;

    public required Guid Adverteerder { get; init; }

    public required Guid Besteller { get; init; }

    public required HttpClient AdverteerderClient { get; init; }

    public required HttpClient BestellerClient { get; init; }

    public required Guid AdverteerderPersoon { get; init; }

    public static async Task<Ruilpaar> MakeAsync(TijdbankFixture tijdbank, int adverteerderMinutes = 0, int bestellerMinutes = 300)
    {
        var (first, second, persoon) = (TestId.Guid(), TestId.Guid(), TestId.Guid());
        return new(tijdbank)
        {
            Adverteerder = await tijdbank.AccountAsync(first, adverteerderMinutes, persoon),
            Besteller = await tijdbank.AccountAsync(second, bestellerMinutes),
            AdverteerderClient = tijdbank.Partner(first),
            BestellerClient = tijdbank.Partner(second),
            AdverteerderPersoon = persoon,
        };
    }

    public async Task<Guid> PlaceAsync(string richting = "aanbod", string soort = "tijd", params (string, object?)[] changes)
    {
        var (status, body) = await AdverteerderClient.SendAsync("/advertenties", Ruilcalls.Place(Adverteerder, richting, soort, Ruilcalls.Inhoud(changes)));
        Assert.True(status == 201, body.GetRawText());
        return body.Id();
    }

    public Task<Guid> PlaceProductAsync(int prijsMinuten, int? voorraad = null) =>
        PlaceAsync(soort: "product", changes: Ruilcalls.Product(prijsMinuten, voorraad));

    public Task<(int Status, JsonElement Body)> TryOrderAsync(Guid advertentie, string extra = "\"duurMinuten\":60") =>
        BestellerClient.SendAsync("/bestellingen", $$"""{"advertentieId":"{{advertentie}}","rekeningId":"{{Besteller}}",{{extra}}}""");

    public async Task<Guid> OrderAsync(Guid advertentie, string extra = "\"duurMinuten\":60")
    {
        var (status, body) = await TryOrderAsync(advertentie, extra);
        Assert.True(status == 201, body.GetRawText());
        return body.Id();
    }

    public Task<(int Status, JsonElement Body)> AcceptAsync(Guid id, long version = 1) => Step(AdverteerderClient, id, "aanvaarding", version);

    public Task<(int Status, JsonElement Body)> DeliverAsync(Guid id, long version = 2) => Step(AdverteerderClient, id, "levering", version);

    public Task<(int Status, JsonElement Body)> ConfirmAsync(Guid id, long version = 3) => Step(BestellerClient, id, "bevestiging", version);

    public Task<(int Status, JsonElement Body)> DisputeAsync(Guid id, long version = 3) =>
        Step(BestellerClient, id, "betwisting", version, """{"toelichting":"De band loopt nog steeds leeg."}""");

    public static Task<(int Status, JsonElement Body)> Step(HttpClient client, Guid id, string step, long? version, string? json = null) =>
        client.SendAsync(HttpMethod.Post, $"/bestellingen/{id}/{step}", version, json);

    /// <summary>Balance and what is held of the advertiser, then of the other.</summary>
    public async Task<(long, long, long, long)> MinutesAsync() => (
        await tijdbank.BalanceAsync(Adverteerder), await HeldAsync(Adverteerder), await tijdbank.BalanceAsync(Besteller), await HeldAsync(Besteller));

    public Task<string> StatusAsync(Guid bestelling) => tijdbank.ScalarAsync<string>("select status from bestelling where id = $1", bestelling);

    public void Dispose()
    {
        AdverteerderClient.Dispose();
        BestellerClient.Dispose();
    }

    private Task<long> HeldAsync(Guid rekening) => tijdbank.ScalarAsync<long>("select gereserveerd_af from grootboek.stand where rekening_id = $1", rekening);
}
