using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>Each test searches among the advertisements of its own account only.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class ZoekTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Theory]
    [InlineData("fiets")]
    [InlineData("FIETSEN")]
    [InlineData("repareren fietsen")]
    [InlineData("rep")]
    [InlineData("creme brulee")]
    [InlineData("CRÈME brûl")]
    [InlineData("e-bike")]
    [InlineData("aanbiedin")]
    [InlineData("de fietsen van het")]
    [InlineData("banden fietsen")]
    [InlineData("band repareren")]
    [InlineData("دراجة")]
    public async Task Words_are_found_whatever_their_form(string words)
    {
        var rekening = await tijdbank.AccountAsync(partner);
        var id = await PlaceAsync(rekening, ("titel", "Fiets repareren"), ("omschrijving", "Ook de banden van een e-bike. Aanbieding: crème brûlée erbij (دراجة)!"));
        await PlaceAsync(rekening, ("titel", "Gras maaien"), ("omschrijving", "Met eigen maaier."));
        Assert.Equal([id], await FoundAsync(rekening, $"&zoek={Uri.EscapeDataString(words)}"));
    }

    [Theory]
    [InlineData("fietsen tandarts")]
    [InlineData("!!")]
    [InlineData("' | & ! <-> :*")]
    public async Task Words_that_do_not_all_occur_find_nothing(string words)
    {
        var rekening = await tijdbank.AccountAsync(partner);
        await PlaceAsync(rekening);
        Assert.Empty(await FoundAsync(rekening, $"&zoek={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task A_word_in_the_title_comes_before_one_in_the_text_and_near_before_far()
    {
        var rekening = await tijdbank.AccountAsync(partner);
        var inText = await PlaceAsync(rekening, ("titel", "Klussen"), ("omschrijving", "Bijvoorbeeld een lamp ophangen."));
        var inTitle = await PlaceAsync(rekening, ("titel", "Lamp ophangen"), ("omschrijving", "Met eigen trap."));
        var far = await PlaceAsync(rekening, ("titel", "Lamp ophangen"), ("omschrijving", "Met eigen trap."), ("postcode", "3437"));

        Assert.Equal([inTitle, inText], (await FoundAsync(rekening, "&zoek=lamp")).Where(id => id != far));
        Assert.Equal([inTitle, inText], await FoundAsync(rekening, "&zoek=lamp&postcode=3561&straalKm=5"));
        Assert.Equal([far, inTitle, inText], await FoundAsync(rekening, "&zoek=lamp&sortering=nieuwste&postcode=3561&straalKm=30"));
        Assert.Equal(far, (await FoundAsync(rekening, "&postcode=3437&straalKm=30"))[0]);
    }

    [Fact]
    public async Task A_search_around_a_postcode_says_about_how_far_it_is()
    {
        var rekening = await tijdbank.AccountAsync(partner);
        await PlaceAsync(rekening, ("postcode", "3437"));
        using var client = tijdbank.Partner(partner);

        var (_, near) = await client.AskAsync($"/advertenties?rekeningId={rekening}&postcode=3561&straalKm=20");
        Assert.InRange(near.GetProperty("items")[0].GetProperty("afstandKm").GetDouble(), 5, 15);
        Assert.Empty(await FoundAsync(rekening, "&postcode=3561&straalKm=2"));
        Assert.Empty(await FoundAsync(rekening, "&gebied=overvecht"));
        Assert.Single(await FoundAsync(rekening, "&gebied=nieuwegein"));
        Assert.Empty(await FoundAsync(rekening, "&postcode=3561&straalKm=20&gebied=overvecht"));
        var refused = await client.AskAsync("/advertenties?straalKm=2");
        Assert.Equal((422, "tijdbank.advertentie.postcode-ontbreekt"), (refused.Status, refused.Body.Code()));
    }

    [Fact]
    public async Task Only_what_can_be_ordered_now_is_found_and_a_manager_finds_the_rest_too()
    {
        var rekening = await tijdbank.AccountAsync(partner);
        var id = await PlaceProductAsync(rekening, prijsMinuten: 30, voorraad: 2);
        var soldOut = await PlaceProductAsync(rekening, prijsMinuten: 90, voorraad: 0);
        var expired = await PlaceProductAsync(rekening, prijsMinuten: 30, voorraad: null);
        await tijdbank.ScalarAsync<Guid>("update advertentie set geldig_tot_datum = '2020-01-01' where id = $1 returning id", expired);
        var paused = await PlaceProductAsync(rekening, prijsMinuten: 30, voorraad: null);
        await tijdbank.ScalarAsync<Guid>("update advertentie set status = 'gepauzeerd' where id = $1 returning id", paused);

        Assert.Equal([id], await FoundAsync(rekening, "&soort=product&richting=aanbod&categorie=spullen-en-kleding&maximumPrijsMinuten=60"));
        Assert.Empty(await FoundAsync(rekening, "&richting=vraag"));
        Assert.Empty(await FoundAsync(rekening, "&maximumPrijsMinuten=29"));
        Assert.Equal([paused, expired, soldOut, id], await FoundAsync(rekening, "&eigen=true"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&zoek=repareren")]
    [InlineData("&zoek=repareren&postcode=3561&straalKm=50")]
    [InlineData("&postcode=3561&straalKm=50")]
    public async Task Pages_hold_every_result_once(string filter)
    {
        var rekening = await tijdbank.AccountAsync(partner);
        foreach (var postcode in new[] { "3561", "3562", "3437", "3561", "3439" })
            await PlaceAsync(rekening, ("postcode", postcode));
        using var client = tijdbank.Partner(partner);

        List<Guid> found = [];
        var cursor = "";
        for (var pages = 0; pages < 5 && cursor is not null; pages++)
        {
            var (status, page) = await client.AskAsync($"/advertenties?rekeningId={rekening}&limit=2{filter}{cursor}");
            Assert.Equal(200, status);
            found.AddRange(page.Ids());
            cursor = page.Text("volgende") is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(await FoundAsync(rekening, filter), found);
        Assert.Equal((5, 5), (found.Count, found.Distinct().Count()));
        Assert.Equal("verzoek.cursor-ongeldig", (await client.AskAsync("/advertenties?cursor=onzin")).Body.Code());
    }

    private Task<Guid> PlaceProductAsync(Guid rekening, int prijsMinuten, int? voorraad) =>
        PlaceAsync(rekening, "product", Ruilcalls.Product(prijsMinuten, voorraad));

    private Task<Guid> PlaceAsync(Guid rekening, params (string, object?)[] changes) => PlaceAsync(rekening, "tijd", changes);

    private async Task<Guid> PlaceAsync(Guid rekening, string soort, (string, object?)[] changes)
    {
        using var client = tijdbank.Partner(partner);
        var (status, body) = await client.SendAsync("/advertenties", Ruilcalls.Place(rekening, soort: soort, inhoud: Ruilcalls.Inhoud(changes)));
        Assert.Equal(201, status);
        return body.Id();
    }

    private async Task<IReadOnlyList<Guid>> FoundAsync(Guid rekening, string filter)
    {
        using var client = tijdbank.Partner(partner);
        var (status, body) = await client.AskAsync($"/advertenties?rekeningId={rekening}{filter}");
        Assert.True(status == 200, body.GetRawText());
        return body.Ids();
    }
}
