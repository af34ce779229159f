using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Giften;

/// <summary>A partner with an account that gives, and another partner with an account that receives, which the first one sees.</summary>
internal sealed class Gevers : IDisposable
{
    private readonly TijdbankFixture tijdbank;

    private Gevers(TijdbankFixture tijdbank) => this.tijdbank = tijdbank;

    public required Guid GeverPartner { get; init; }

    public required Guid GeverPersoon { get; init; }

    public required Guid Gever { get; init; }

    public required Guid OntvangerPartner { get; init; }

    public required Guid OntvangerPersoon { get; init; }

    public required Guid Ontvanger { get; init; }

    public required HttpClient GeverClient { get; init; }

    public required HttpClient OntvangerClient { get; init; }

    public static async Task<Gevers> MakeAsync(TijdbankFixture tijdbank, int balanceMinutes = 300)
    {
        var (first, second, giver, receiver) = (TestId.Guid(), TestId.Guid(), TestId.Guid(), TestId.Guid());
        var ontvanger = await tijdbank.AccountAsync(second, 0, receiver);
        await tijdbank.AccountAsync(first, 0, receiver);
        return new(tijdbank)
        {
            GeverPartner = first,
            GeverPersoon = giver,
            Gever = await tijdbank.AccountAsync(first, balanceMinutes, giver),
            OntvangerPartner = second,
            OntvangerPersoon = receiver,
            Ontvanger = ontvanger,
            GeverClient = tijdbank.Partner(first),
            OntvangerClient = tijdbank.Partner(second),
        };
    }

    public string ToPerson(int minutes, bool anonymous = false, string? bericht = null) => Body(Gever, "rekeningId", Ontvanger, minutes, anonymous, bericht);

    public static string Body(Guid van, string kind, Guid naar, int minutes, bool anonymous = false, string? bericht = null)
    {
        var body = new JsonObject
        {
            ["vanRekeningId"] = van, ["naar"] = new JsonObject { [kind] = naar }, ["duurMinuten"] = minutes, ["anoniem"] = anonymous,
        };
        if (bericht is not null)
            body["bericht"] = bericht;
        return body.ToJsonString();
    }

    public async Task<JsonElement> GiveAsync(string json)
    {
        var (status, body) = await GeverClient.SendAsync("/giften", json);
        Assert.True(status == 201, body.GetRawText());
        return body;
    }

    public async Task<(long Gever, long Ontvanger)> MinutesAsync() => (await tijdbank.BalanceAsync(Gever), await tijdbank.BalanceAsync(Ontvanger));

    public void Dispose()
    {
        GeverClient.Dispose();
        OntvangerClient.Dispose();
    }
}
