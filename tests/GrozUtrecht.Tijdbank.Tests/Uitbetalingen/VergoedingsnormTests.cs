using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class VergoedingsnormTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task The_known_years_are_there_with_their_source()
    {
        using var client = tijdbank.Partner(TestId.Guid());
        using var answer = await client.GetAsync("/tijdbank/v1/vergoedingsnormen");
        var years = (await answer.ReadObjectAsync())["items"]!.AsArray().ToDictionary(item => (int)item!["jaar"]!, item => item!);

        Assert.Equal((560, 330, 21_000, 210_000), Amounts(years[2025]));
        Assert.Equal((550, 325, 21_000, 210_000), Amounts(years[2024]));
        Assert.Equal((500, 275, 19_000, 190_000), Amounts(years[2023]));
        Assert.Equal((500, 275, 18_000, 180_000), Amounts(years[2022]));
        Assert.Equal((500, 275, 18_000, 180_000), Amounts(years[2021]));
        Assert.StartsWith("Belastingdienst", (string?)years[2025]["bron"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_adds_a_year_and_corrects_it_until_it_is_used()
    {
        using var client = tijdbank.ClientFor(TestId.Guid(), "tijdbank:lezen", "tijdbank:schrijven", "tijdbank:beheren");
        foreach (var month in new[] { 20_000, 21_000 })
        {
            using var saved = await SaveAsync(client, 2077, 700, 400, month, 220_000);
            Assert.Equal(200, (int)saved.StatusCode);
        }

        await tijdbank.ScalarAsync<int>(
            "insert into vergoedingsteller (persoon_id, jaar, maand, maximum_centen) values ($1, 2077, 1, 21000) returning maand", TestId.Guid());
        using var other = await SaveAsync(client, 2077, 700, 400, 20_000, 220_000);
        using var same = await SaveAsync(client, 2077, 700, 400, 21_000, 220_000);
        Assert.Equal("409 tijdbank.vergoedingsnorm.in-gebruik", await other.ProblemAsync());
        Assert.Equal(200, (int)same.StatusCode);
    }

    [Theory]
    [InlineData(2078, 400, 700, 21_000, 220_000, "422 tijdbank.vergoedingsnorm.tegenstrijdig")]
    [InlineData(2078, 700, 400, 21_000, 20_000, "422 tijdbank.vergoedingsnorm.tegenstrijdig")]
    [InlineData(1999, 700, 400, 21_000, 220_000, "422 tijdbank.vergoedingsnorm.jaar-ongeldig")]
    [InlineData(2078, 0, 0, 21_000, 220_000, "400 verzoek.ongeldig")]
    public async Task A_typing_error_is_refused(int year, int adult, int young, int month, int total, string problem)
    {
        using var client = tijdbank.ClientFor(TestId.Guid(), "tijdbank:lezen", "tijdbank:schrijven", "tijdbank:beheren");
        using var answer = await SaveAsync(client, year, adult, young, month, total);
        Assert.Equal(problem, await answer.ProblemAsync());
    }

    [Fact]
    public async Task Only_an_operator_may()
    {
        using var client = tijdbank.Partner(TestId.Guid());
        using var answer = await SaveAsync(client, 2078, 700, 400, 21_000, 220_000);
        Assert.Equal("403 toegang.scope-ontbreekt", await answer.ProblemAsync());
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, int year, int adult, int young, int month, int total) =>
        client.SendJsonAsync(HttpMethod.Put, $"/tijdbank/v1/vergoedingsnormen/{year}", new JsonObject
        {
            ["uurVanaf21Centen"] = adult, ["uurOnder21Centen"] = young, ["maandCenten"] = month, ["jaarCenten"] = total, ["bron"] = "Staatscourant",
        });

    private static (int Adult, int Young, int Month, int Year) Amounts(JsonNode norm) =>
        ((int)norm["uurVanaf21Centen"]!, (int)norm["uurOnder21Centen"]!, (int)norm["maandCenten"]!, (int)norm["jaarCenten"]!);
}
