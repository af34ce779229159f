using System.Net;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.Programmas.ProgrammaWereld;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>What suppliers see, and what people read before they agree.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class ProgrammaSightTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_supplier_sees_what_was_proposed_to_it_with_no_price_but_its_own()
    {
        using var wereld = await CreateAsync(service, 3);
        var (own, other, stranger) = (wereld.Aanbieders[0], wereld.Aanbieders[1], wereld.Aanbieders[2]);
        await wereld.ProgrammaAsync();
        var priced = Module(other, Sessie(2), Sessie(3));
        priced["prijsCenten"] = 71_300;
        priced["vrijstelling"] = new System.Text.Json.Nodes.JsonObject
        {
            ["arboplicht"] = "ja", ["opDeWerkplek"] = "gedeeltelijk", ["eigenBijdrage"] = "nee", ["toelichting"] = "Volgt uit de RI&E",
        };
        await wereld.ChangeAsync(1, Inhoud(Module(own, Sessie(1)), priced));
        using var asConcept = await own.Client.GetAsync($"{Adres}/{wereld.ProgrammaId}");
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");

        using var response = await own.Client.GetAsync($"{Adres}/{wereld.ProgrammaId}/versies/1");
        var text = await response.Content.ReadAsStringAsync();
        using var changes = await own.Client.GetAsync($"{Adres}/{wereld.ProgrammaId}/versies/1/wijzigingen");
        var all = await wereld.ReadAsync(wereld.Bedrijf, "/versies/1");
        using var strange = await stranger.Client.GetAsync($"{Adres}/{wereld.ProgrammaId}");
        using var list = await own.Client.GetAsync($"/vitaal-werken/v1/leveranciers/{own.Id}/programmas");
        using var notOwn = await own.Client.GetAsync($"/vitaal-werken/v1/leveranciers/{other.Id}/programmas");
        using var agenda = await wereld.Bedrijf.GetAsync($"/vitaal-werken/v1/leveranciers/{own.Id}/agenda");

        Assert.Equal(HttpStatusCode.NotFound, asConcept.StatusCode);
        Assert.DoesNotContain("713", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RI&E", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kostenCenten\":167", text, StringComparison.Ordinal);
        Assert.Contains("\"prijsCenten\":25000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("713", await changes.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((25_000 + (2 * 71_300), 2 * 71_300), ((int)all["kostenCenten"]!, (int)all["modules"]![1]!["kostenCenten"]!));
        Assert.Contains("geen oordeel", (string)all["modules"]![1]!["vrijstelling"]!["letOp"]!, StringComparison.Ordinal);
        Assert.Equal("404 vitaal-werken.programma.onbekend", await strange.ProblemAsync());
        Assert.Equal(wereld.ProgrammaId, (Guid)(await list.ReadObjectAsync())["items"]![0]!["id"]!);
        Assert.Equal("404 vitaal-werken.leverancier.onbekend", await notOwn.ProblemAsync());
        Assert.Equal("404 vitaal-werken.leverancier.onbekend", await agenda.ProblemAsync());
    }

    [Fact]
    public async Task A_version_that_a_supplier_is_not_in_does_not_exist_for_it()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.AgreedAsync();
        var leaver = wereld.Aanbieders[0];
        await wereld.DoAsync(wereld.Bedrijf, "/versies");
        await wereld.ChangeAsync(2, Inhoud(Module(wereld.Aanbieders[1], Sessie(9))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/2/voorstel");

        using var read = await leaver.Client.GetAsync($"{Adres}/{wereld.ProgrammaId}/versies/2");
        using var agreed = await wereld.StepAsync(leaver.Client, "/versies/2/instemming", For(leaver));

        Assert.Equal("404 vitaal-werken.programma.versie-onbekend", await read.ProblemAsync());
        Assert.Equal("404 vitaal-werken.programma.versie-onbekend", await agreed.ProblemAsync());
        Assert.Single((await wereld.ReadAsync(leaver.Client))["versies"]!.AsArray());
    }

    [Fact]
    public async Task Who_is_to_agree_reads_in_sentences_what_changes()
    {
        using var wereld = await CreateAsync(service, 2);
        await wereld.AgreedAsync();
        var sleutel = (string)(await wereld.ReadAsync(wereld.Bedrijf, "/versies/1"))["modules"]![0]!["sessies"]![0]!["sleutel"]!;
        await wereld.DoAsync(wereld.Bedrijf, "/versies");
        var module = Module(wereld.Aanbieders[0], Sessie(0, 14, sleutel), Sessie(7));
        module["prijsCenten"] = 30_050;
        await wereld.ChangeAsync(2, Inhoud(module));

        var changes = await wereld.ReadAsync(wereld.Coordinator, "/versies/2/wijzigingen");
        var first = await wereld.ReadAsync(wereld.Coordinator, "/versies/1/wijzigingen");

        Assert.Equal(1, (int)changes["vergelekenMet"]!);
        Assert.Equal(
            [
                "Module 1 ‘Sterke rug’: de prijs wordt € 300,50 per sessie. Dat was € 250,00 per sessie.",
                "Module 1 ‘Sterke rug’: de sessie op 1 februari 2126, 11:00 uur tot 12:00 uur verschuift naar 1 februari 2126, 15:00 uur tot 16:00 uur.",
                "Module 1 ‘Sterke rug’: er komt een sessie bij op 8 februari 2126, 11:00 uur tot 12:00 uur, Kantine.",
                "Module 2 ‘Sterke rug’ gaat eruit, met 1 sessie.",
                "De kosten van alle sessies samen worden € 601,00. Dat was € 500,00.",
            ],
            changes["items"]!.AsArray().Select(item => (string?)item!["zin"]));
        Assert.Null(first["vergelekenMet"]);
        Assert.Equal("Module 1 ‘Sterke rug’ komt erbij, met 1 sessie voor € 250,00 per sessie.", (string?)first["items"]![0]!["zin"]);
    }

    [Fact]
    public async Task A_supplier_pages_through_its_agenda_in_order_of_time()
    {
        using var wereld = await CreateAsync(service, 1);
        var aanbieder = wereld.Aanbieders[0];
        await wereld.AgreedAsync(Module(aanbieder, Sessie(9), Sessie(3), Sessie(6)));
        var agenda = $"/vitaal-werken/v1/leveranciers/{aanbieder.Id}/agenda";

        using var first = await aanbieder.Client.GetAsync($"{agenda}?limit=2");
        var page = await first.ReadObjectAsync();
        using var second = await aanbieder.Client.GetAsync($"{agenda}?limit=2&cursor={page["volgende"]}");
        using var later = await aanbieder.Client.GetAsync($"{agenda}?vanaf=2126-02-07T11:00:00Z");
        using var wrong = await aanbieder.Client.GetAsync($"{agenda}?cursor=abc");

        var rest = await second.ReadObjectAsync();
        Assert.Equal([4, 7, 10], page["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(item => ((DateTimeOffset)item!["begintOp"]!).Day));
        Assert.Null(rest["volgende"]);
        Assert.Equal(10, ((DateTimeOffset)Assert.Single((await later.ReadObjectAsync())["items"]!.AsArray())!["begintOp"]!).Day);
        Assert.Equal("400 verzoek.cursor-ongeldig", await wrong.ProblemAsync());
    }
}
