using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

[Collection(TijdbankCollection.Name)]
public sealed class AdvertentieTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Fact]
    public async Task Everybody_sees_an_offer_and_only_its_manager_sees_the_person()
    {
        var persoon = TestId.Guid();
        var rekening = await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var owner = tijdbank.Partner(partner);
        using var stranger = tijdbank.Partner(TestId.Guid());

        var (status, placed) = await owner.SendAsync("/advertenties", Ruilcalls.Place(rekening));
        Assert.Equal((201, persoon.ToString(), "overvecht"), (status, placed.Text("persoonId"), placed.Text("gebied")));

        var (_, seen) = await stranger.AskAsync($"/advertenties/{placed.Id()}");
        Assert.Equal((rekening.ToString(), null, "False"), (seen.Text("rekeningId"), seen.Text("persoonId"), seen.Text("beheerd")));
        Assert.DoesNotContain(persoon.ToString(), seen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, seen.GetProperty("aantalVoltooid").GetInt32());
    }

    [Fact]
    public async Task A_change_names_the_version_that_was_seen_and_a_closed_one_does_not_change()
    {
        var rekening = await tijdbank.AccountAsync(partner);
        using var owner = tijdbank.Partner(partner);
        using var stranger = tijdbank.Partner(TestId.Guid());
        var id = (await owner.SendAsync("/advertenties", Ruilcalls.Place(rekening))).Body.Id();
        var body = $$"""{"inhoud":{{Ruilcalls.Inhoud(("titel", "Banden plakken"))}},"gepauzeerd":true}""";

        Assert.Equal(428, (await owner.SendAsync(HttpMethod.Put, $"/advertenties/{id}", null, body)).Status);
        Assert.Equal(404, (await stranger.SendAsync(HttpMethod.Put, $"/advertenties/{id}", 1, body)).Status);
        var changed = await owner.SendAsync(HttpMethod.Put, $"/advertenties/{id}", 1, body);
        Assert.Equal((200, "Banden plakken", "gepauzeerd"), (changed.Status, changed.Body.Text("titel"), changed.Body.Text("status")));
        Assert.Equal(412, (await owner.SendAsync(HttpMethod.Put, $"/advertenties/{id}", 1, body)).Status);
        Assert.Equal(404, (await stranger.AskAsync($"/advertenties/{id}")).Status);

        Assert.Equal(404, (await stranger.SendAsync(HttpMethod.Post, $"/advertenties/{id}/sluiting", 2)).Status);
        Assert.Equal("gesloten", (await owner.SendAsync(HttpMethod.Post, $"/advertenties/{id}/sluiting", 2)).Body.Text("status"));
        var again = await owner.SendAsync(HttpMethod.Put, $"/advertenties/{id}", 3, body);
        Assert.Equal((409, "tijdbank.advertentie.gesloten"), (again.Status, again.Body.Code()));
    }

    [Fact]
    public async Task An_account_that_the_partner_does_not_manage_cannot_advertise()
    {
        var (mine, theirs) = (TestId.Guid(), await tijdbank.AccountAsync(TestId.Guid()));
        var viewed = TestId.Guid();
        await tijdbank.AccountAsync(TestId.Guid(), persoonId: viewed);
        var seenOnly = await tijdbank.AccountAsync(partner, persoonId: viewed);
        using var client = tijdbank.Partner(partner);

        foreach (var rekening in new[] { mine, theirs, seenOnly })
        {
            var (status, body) = await client.SendAsync("/advertenties", Ruilcalls.Place(rekening));
            Assert.Equal((422, "tijdbank.ruil.rekening-niet-beheerd"), (status, body.Code()));
        }
    }

    public static TheoryData<string, string, object?, int, string> Wrong => new()
    {
        { "tijd", "titel", "", 400, "verzoek.ongeldig" },
        { "tijd", "titel", new string('a', 81), 400, "verzoek.ongeldig" },
        { "tijd", "titel", "twee\nregels", 400, "verzoek.ongeldig" },
        { "tijd", "titel", "bel 111222333", 422, "tijdbank.ruil.tekst-met-bsn" },
        { "tijd", "omschrijving", "   ", 400, "verzoek.ongeldig" },
        { "tijd", "omschrijving", new string('a', 2001), 400, "verzoek.ongeldig" },
        { "tijd", "omschrijving", "a\0b", 422, "tijdbank.ruil.tekst-onleesbaar" },
        { "tijd", "omschrijving", "mijn nummer is 111222333", 422, "tijdbank.ruil.tekst-met-bsn" },
        { "tijd", "categorie", "loodgieters", 400, "verzoek.onleesbaar" },
        { "tijd", "postcode", "12", 400, "verzoek.ongeldig" },
        { "tijd", "postcode", "1011", 422, "tijdbank.advertentie.postcode-onbekend" },
        { "tijd", "prijsMinuten", -1, 400, "verzoek.ongeldig" },
        { "tijd", "prijsMinuten", 2401, 400, "verzoek.ongeldig" },
        { "tijd", "prijsPer", "stuk", 422, "tijdbank.advertentie.prijs-per-past-niet" },
        { "product", "prijsPer", "uur", 422, "tijdbank.advertentie.prijs-per-past-niet" },
        { "dienst", "prijsCenten", 100, 422, "tijdbank.advertentie.centen-alleen-product" },
        { "dienst", "voorraad", 1, 422, "tijdbank.advertentie.voorraad-alleen-product" },
        { "tijd", "geldigTotDatum", "2020-01-01", 422, "tijdbank.advertentie.geldig-tot-ongeldig" },
        { "tijd", "geldigTotDatum", "2199-01-01", 422, "tijdbank.advertentie.geldig-tot-ongeldig" },
        { "tijd", "geldigTotDatum", "morgen", 400, "verzoek.onleesbaar" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_content_that_cannot_be_is_refused_and_nothing_is_stored(string soort, string name, object? value, int expected, string code)
    {
        var rekening = await tijdbank.AccountAsync(partner);
        using var client = tijdbank.Partner(partner);

        var (status, body) = await client.SendAsync("/advertenties", Ruilcalls.Place(rekening, soort: soort, inhoud: Ruilcalls.Inhoud((name, value))));

        Assert.Equal((expected, code), (status, body.Code()));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from advertentie where rekening_id = $1", rekening));
    }

    [Fact]
    public async Task The_categories_have_names_for_people()
    {
        using var client = tijdbank.Partner(partner);
        var (_, body) = await client.AskAsync("/advertentie-categorieen");
        Assert.Equal(12, body.GetArrayLength());
        Assert.Equal("Eten en koken", body[0].Text("naam"));
    }
}
