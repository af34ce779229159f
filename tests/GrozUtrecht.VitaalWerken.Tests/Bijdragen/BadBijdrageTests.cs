using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;
using static GrozUtrecht.VitaalWerken.Tests.Bijdragen.Bijdragewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Bijdragen;

[Collection(VitaalWerkenService.Name)]
public sealed class BadBijdrageTests(VitaalWerkenFixture service)
{
    [Theory]
    [InlineData("duurMinuten", "0", "400 verzoek.ongeldig")]
    [InlineData("duurMinuten", "-60", "400 verzoek.ongeldig")]
    [InlineData("duurMinuten", "600001", "400 verzoek.ongeldig")]
    [InlineData("duurMinuten", "\"60\"", "400 verzoek.onleesbaar")]
    [InlineData("duurMinuten", "null", "422 vitaal-werken.bijdrage.hoeveelheid-past-niet")]
    [InlineData("bedragCenten", "100", "422 vitaal-werken.bijdrage.hoeveelheid-past-niet")]
    [InlineData("bedragCenten", "-1", "400 verzoek.ongeldig")]
    [InlineData("soort", "\"ruimte\"", "422 vitaal-werken.bijdrage.ontvanger-past-niet")]
    [InlineData("soort", "\"goud\"", "400 verzoek.onleesbaar")]
    [InlineData("wijkpotId", "null", "422 vitaal-werken.bijdrage.ontvanger-past-niet")]
    [InlineData("ontvangerPartnerId", "null", "422 vitaal-werken.bijdrage.ontvanger-past-niet")]
    [InlineData("leverancierId", "\"00000000-0000-4000-8000-000000000001\"", "422 vitaal-werken.bijdrage.ontvanger-past-niet")]
    [InlineData("programmaId", "\"00000000-0000-4000-8000-000000000001\"", "422 vitaal-werken.bijdrage.programma-past-niet")]
    [InlineData("omschrijving", "\"\"", "400 verzoek.ongeldig")]
    [InlineData("omschrijving", "\"Van 111222333\"", "422 vitaal-werken.tekst.bsn")]
    [InlineData("medewerkers", "[\"Jan\"]", "400 verzoek.onleesbaar")]
    public async Task A_wrong_pledge_is_refused(string field, string json, string problem)
    {
        using var world = await MakeAsync(service);
        var body = world.Uren();
        body[field] = JsonNode.Parse(json);

        using var response = await world.TryPledgeAsync(body);
        Assert.Equal(problem, await response.ProblemAsync());
    }

    [Fact]
    public async Task Nobody_pledges_to_itself_for_another_company_or_before_it_is_a_member()
    {
        using var world = await MakeAsync(service);
        var own = world.Euros();
        own["ontvangerPartnerId"] = world.BedrijfPartnerId;
        using var toItself = await world.TryPledgeAsync(own);
        using var stranger = await world.TryPledgeAsync(world.Euros(), world.Ontvanger);
        var interested = await service.RegisteredAsync(world.Bedrijf);
        using var early = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{interested}/bijdragen", world.Euros());

        Assert.Equal("422 vitaal-werken.bijdrage.eigen-ontvanger", await toItself.ProblemAsync());
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await stranger.ProblemAsync());
        Assert.Equal("409 vitaal-werken.bijdrage.bedrijf-geen-lid", await early.ProblemAsync());
    }

    [Theory]
    [InlineData("zzp")]
    [InlineData("onderwijsinstelling")]
    [InlineData(null)]
    public async Task Only_initiatives_of_residents_and_entrepreneurs_receive(string? soort)
    {
        using var world = await MakeAsync(service);
        var supplier = soort is null ? TestId.Guid() : await service.LeverancierAsync(soort: soort);
        using var response = await world.TryPledgeAsync(new() { ["soort"] = "ruimte", ["omschrijving"] = "Zaal", ["dagdelen"] = 3, ["leverancierId"] = supplier });
        Assert.Equal("422 vitaal-werken.bijdrage.leverancier-past-niet", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("planning", "{\"datum\":\"2020-01-01\"}", "422 vitaal-werken.bijdrage.dag-past-niet")]
    [InlineData("planning", "{\"datum\":\"2099-01-01\"}", "422 vitaal-werken.bijdrage.dag-past-niet")]
    [InlineData("planning", "{}", "400 verzoek.onleesbaar")]
    [InlineData("levering", "{\"datum\":\"2020-01-01\",\"bewijs\":\"F1\"}", "422 vitaal-werken.bijdrage.dag-past-niet")]
    [InlineData("levering", "{\"datum\":\"2099-01-01\",\"bewijs\":\"F1\"}", "422 vitaal-werken.bijdrage.dag-past-niet")]
    [InlineData("levering", "{\"bewijs\":\"NL91 ABNA 0417 1643 00\"}", "422 vitaal-werken.kenmerk.iban")]
    [InlineData("levering", "{\"bewijs\":\"voor 111222333\"}", "422 vitaal-werken.tekst.bsn")]
    [InlineData("levering", "{\"bewijs\":\"<b>\"}", "400 verzoek.ongeldig")]
    [InlineData("intrekking", "{\"reden\":\"\"}", "400 verzoek.ongeldig")]
    public async Task A_wrong_step_is_refused(string step, string json, string problem)
    {
        using var world = await MakeAsync(service);
        var address = await world.PledgeAsync(world.Euros());
        using var response = await TryAsync(world.Bedrijf, address, step, 1, (JsonObject)JsonNode.Parse(json)!);
        Assert.Equal(problem, await response.ProblemAsync());
    }

    [Theory]
    [InlineData("NL91ABNA0417164300", true)]
    [InlineData("betaald van nl91-abna.0417/164301", true)]
    [InlineData("BE68 5390 0754 7034", true)]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("FACTUUR 2026-17", false)]
    [InlineData("INV20260012345678", false)]
    public void A_reference_holds_no_bank_account(string kenmerk, bool holds) => Assert.Equal(holds, Betaalkenmerk.HoldsIban(kenmerk));
}
