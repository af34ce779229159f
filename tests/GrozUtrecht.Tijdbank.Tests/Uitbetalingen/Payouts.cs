using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

/// <summary>An organisation with a cash account, and two people who work for it: one asks, another approves and pays.</summary>
internal sealed class Payouts(TijdbankFixture tijdbank) : IDisposable
{
    private const string Root = "/tijdbank/v1";

    private const string Cash =
        "from grootboek.stand s join grootboek.rekening r on r.id = s.rekening_id where r.partner_id = $1 and r.soort = 'organisatie' and r.eenheid = 2";

    private readonly List<HttpClient> clients = [];

    public Guid Partner { get; } = TestId.Guid();

    public HttpClient Asker => field ??= Client("aanvrager");

    public HttpClient Treasurer => field ??= Client("penningmeester", "tijdbank:goedkeuren", "tijdbank:kas");

    public HttpClient Client(string name, params string[] scopes)
    {
        var token = new TestToken { PartnerId = Partner, ClientId = $"{name}-{Partner}", Scopes = ["tijdbank:lezen", "tijdbank:schrijven", .. scopes] };
        var client = tijdbank.ClientWith(tijdbank.Issuer.Token(token));
        clients.Add(client);
        return client;
    }

    /// <summary>A person of whom everything is known, with an account that this organisation manages.</summary>
    public async Task<Guid> PersonAsync(string born = "1980-06-01", bool withPayee = true)
    {
        var persoon = TestId.Guid();
        await tijdbank.AccountAsync(Partner, persoonId: persoon);
        await OkAsync(Asker, HttpMethod.Put, $"/deelnemers/{persoon}", new JsonObject { ["geboortedatum"] = born });
        if (withPayee)
            await PayeeAsync(Asker, persoon, "NL91ABNA0417164300");
        return persoon;
    }

    public Task PayeeAsync(HttpClient client, Guid persoon, string iban) =>
        OkAsync(client, HttpMethod.Put, $"/begunstigden/{persoon}", new JsonObject { ["naam"] = "Zoë Jansen", ["iban"] = iban });

    /// <summary>Confirmed hours, credited to the person's account.</summary>
    public async Task<Guid> HoursAsync(Guid persoon, string day, int minutes = 60, string kind = "vrijwilligerswerk")
    {
        var rekening = await tijdbank.ScalarAsync<Guid>("select id from grootboek.rekening where persoon_id = $1", persoon);
        var overboeking = TestId.Guid();
        var booked = await tijdbank.BookAsync(TijdbankFixture.Transfer(overboeking, Systeemrekening.Uitgifte, rekening, minutes, partnerId: null));
        Assert.Equal(Boekuitkomst.Booked, booked.Outcome);
        return await tijdbank.ScalarAsync<Guid>(
            """
            insert into urenregistratie (id, bron, bron_id, persoon_id, voor_partner_id, uren_soort, uitgevoerd_datum, duur_minuten, status, gemeld_door,
              gemeld_op, wacht_sinds, rekening_id, overboeking_id)
            values ($1, 'test', $1, $2, $3, $4, $5::date, $6, 'bevestigd', 'ontvanger', now(), now(), $7, $8) returning id
            """,
            TestId.Guid(), persoon, Partner, kind, DateOnly.Parse(day), minutes, rekening, overboeking);
    }

    public Task DepositAsync(int cents) =>
        OkAsync(Treasurer, HttpMethod.Post, "/stortingen", new JsonObject { ["bedragCenten"] = cents, ["bankreferentie"] = TestId.New() });

    public Task RegisterBankAccountAsync() => OkAsync(
        Treasurer, HttpMethod.Put, "/betaalrekening", new JsonObject { ["naam"] = "Stichting De Buurt", ["iban"] = "NL02ABNA0123456789", ["bic"] = "ABNANL2A" });

    public Task<HttpResponseMessage> AskAsync(Guid persoon, int rate, Guid[] hours, int expenses = 0) =>
        Asker.SendJsonAsync(HttpMethod.Post, $"{Root}/uitbetalingen", new JsonObject
        {
            ["persoonId"] = persoon,
            ["urenregistratieIds"] = new JsonArray([.. hours.Select(id => JsonValue.Create(id))]),
            ["tariefCenten"] = rate,
            ["onkostenCenten"] = expenses,
        });

    /// <summary>A payout that was asked, and approved when wished.</summary>
    public async Task<Guid> PayoutAsync(Guid persoon, int rate, Guid hours, bool approved = true)
    {
        using var answer = await AskAsync(persoon, rate, [hours]);
        Assert.Equal(201, (int)answer.StatusCode);
        var id = (Guid)(await answer.ReadObjectAsync())["id"]!;
        if (approved)
            await OkAsync(Treasurer, HttpMethod.Post, $"/uitbetalingen/{id}/goedkeuring", body: null);
        return id;
    }

    public Task<HttpResponseMessage> PostAsync(HttpClient client, string path, JsonNode? body = null) =>
        client.SendJsonAsync(HttpMethod.Post, Root + path, body);

    public async Task<Guid> BatchAsync()
    {
        await RegisterBankAccountAsync();
        return (Guid)(await OkAsync(Treasurer, HttpMethod.Post, "/betaalbatches", body: null))["id"]!;
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await Treasurer.GetAsync(Root + path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.ReadObjectAsync();
    }

    public async Task<string> StatusAsync(Guid id) => (string)(await GetAsync($"/uitbetalingen/{id}"))["status"]!;

    public async Task<HttpResponseMessage> BankSaysAsync(Guid batch, string xml, string mediaType = "application/xml", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/betaalbatches/{batch}/bankantwoorden");
        request.Content = new StringContent(xml, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Treasurer.SendAsync(request);
    }

    /// <summary>Minutes of the person, cents of the organisation, what is held of both, and what the year's counter says.</summary>
    public async Task<(long Minutes, long HeldMinutes, long Cents, long HeldCents, long YearCents)> StateAsync(Guid persoon, int year = 2025) => (
        await tijdbank.ScalarAsync<long>("select s.saldo from grootboek.stand s join grootboek.rekening r on r.id = s.rekening_id where r.persoon_id = $1", persoon),
        await tijdbank.ScalarAsync<long>("select s.gereserveerd_af from grootboek.stand s join grootboek.rekening r on r.id = s.rekening_id where r.persoon_id = $1", persoon),
        await tijdbank.ScalarAsync<long>($"select s.saldo {Cash}", Partner),
        await tijdbank.ScalarAsync<long>($"select s.gereserveerd_af {Cash}", Partner),
        await tijdbank.ScalarAsync<long>(
            "select coalesce(max(centen), 0) from vergoedingsteller where persoon_id = $1 and jaar = $2 and maand = 0", persoon, year));

    public void Dispose() => clients.ForEach(client => client.Dispose());

    private static async Task<JsonObject> OkAsync(HttpClient client, HttpMethod method, string path, JsonNode? body)
    {
        using var answer = await client.SendJsonAsync(method, Root + path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.ReadObjectAsync();
    }
}
