using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.Programmas.ProgrammaWereld;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>Bad input, and suppliers that would be in two places at once.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class PlanProgrammaTests(VitaalWerkenFixture service)
{
    public static TheoryData<string, string, string, string?> Wrong => new()
    {
        { "422 vitaal-werken.programmasessie.eind-voor-begin", "sessie", "eindigtOp", "\"2126-02-02T09:00:00Z\"" },
        { "422 vitaal-werken.programmasessie.eind-voor-begin", "sessie", "eindigtOp", "\"2126-02-02T10:00:30Z\"" },
        { "422 vitaal-werken.programmasessie.te-lang", "sessie", "eindigtOp", "\"2126-02-02T22:01:00Z\"" },
        { "422 vitaal-werken.programmasessie.buiten-periode", "inhoud", "beginDatum", "\"2126-02-03\"" },
        { "422 vitaal-werken.programmasessie.capaciteit-past-niet", "sessie", "capaciteit", "21" },
        { "422 vitaal-werken.programmasessie.capaciteit-past-niet", "sessie", "capaciteit", "4" },
        { "422 vitaal-werken.programmasessie.sleutel-onbekend", "sessie", "sleutel", "\"0196a2f4-0000-7000-8000-000000000001\"" },
        { "400 verzoek.ongeldig", "sessie", "locatie", "\"\"" },
        { "400 verzoek.ongeldig", "module", "prijsCenten", "-1" },
        { "422 vitaal-werken.module.prijs-past-niet", "module", "prijsCenten", null },
        { "422 vitaal-werken.module.prijs-past-niet", "module", "inNatura", "\"Een lunch\"" },
        { "422 vitaal-werken.module.groep-past-niet", "module", "groepMinimum", "21" },
        { "422 vitaal-werken.module.koppeling-ongeldig", "module", "koppelingId", "\"0196a2f4-0000-7000-8000-000000000001\"" },
        { "422 vitaal-werken.tekst.bsn", "module", "titel", "\"Voor 111222333\"" },
        { "422 vitaal-werken.programma.periode-ongeldig", "inhoud", "eindDatum", "\"2126-01-05\"" },
        { "422 vitaal-werken.programmasessie.buiten-periode", "inhoud", "eindDatum", "\"2126-01-31\"" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused_with_its_reason_and_nothing_is_kept(string expected, string where, string name, string? value)
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        var inhoud = Inhoud(Module(wereld.Aanbieders[0], Sessie(1)));
        var module = inhoud["modules"]![0]!;
        var place = where switch { "sessie" => module["sessies"]![0]!, "module" => module, _ => inhoud };
        place[name] = value is null ? null : JsonNode.Parse(value);

        using var response = await wereld.StepAsync(wereld.Bedrijf, "/versies/1", inhoud, HttpMethod.Put);

        Assert.Equal(expected, await response.ProblemAsync());
        Assert.Empty((await wereld.ReadAsync(wereld.Bedrijf, "/versies/1"))["modules"]!.AsArray());
    }

    [Fact]
    public async Task A_module_rests_on_a_coupling_of_this_company_that_was_made()
    {
        using var wereld = await CreateAsync(service, 1);
        using var other = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        var open = wereld.Aanbieders[0] with { KoppelingId = await KoppelingAsync(service, wereld.BedrijfId, wereld.Aanbieders[0].Id, "voorgesteld") };

        foreach (var aanbieder in new[] { other.Aanbieders[0], open })
        {
            using var response = await wereld.StepAsync(wereld.Bedrijf, "/versies/1", Inhoud(Module(aanbieder, Sessie(1))), HttpMethod.Put);
            Assert.Equal("422 vitaal-werken.module.koppeling-ongeldig", await response.ProblemAsync());
        }
    }

    [Fact]
    public async Task Nobody_is_in_two_places_at_once_within_one_version()
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        var aanbieder = wereld.Aanbieders[0];
        var second = aanbieder with { KoppelingId = await KoppelingAsync(service, wereld.BedrijfId, aanbieder.Id, onderwerp: "slaap") };

        using var same = await wereld.StepAsync(wereld.Bedrijf, "/versies/1", Inhoud(Module(aanbieder, Sessie(1), Sessie(1))), HttpMethod.Put);
        using var apart = await wereld.StepAsync(
            wereld.Bedrijf, "/versies/1", Inhoud(Module(aanbieder, Sessie(1)), Module(second, Sessie(1))), HttpMethod.Put);
        using var twice = await wereld.StepAsync(
            wereld.Bedrijf, "/versies/1", Inhoud(Module(aanbieder, Sessie(1)), Module(aanbieder, Sessie(2))), HttpMethod.Put);

        Assert.Equal("422 vitaal-werken.programmasessie.leverancier-dubbel", await same.ProblemAsync());
        Assert.Equal("422 vitaal-werken.programmasessie.leverancier-dubbel", await apart.ProblemAsync());
        Assert.Equal("422 vitaal-werken.module.koppeling-dubbel", await twice.ProblemAsync());
        await wereld.ChangeAsync(1, Inhoud(Module(aanbieder, Sessie(1, 10), Sessie(1, 11)), Module(second, Sessie(1, 12))));
    }

    [Fact]
    public async Task A_supplier_that_is_taken_elsewhere_is_neither_proposed_nor_agreed_and_nothing_is_half_done()
    {
        using var first = await CreateAsync(service, 1);
        using var second = await CreateAsync(service, 1);
        // The same supplier in programmes of two companies, at the same time.
        var shared = first.Aanbieders[0] with { KoppelingId = await KoppelingAsync(service, second.BedrijfId, first.Aanbieders[0].Id) };
        await second.ProgrammaAsync();
        await second.ChangeAsync(1, Inhoud(Module(shared, Sessie(0)), Module(second.Aanbieders[0], Sessie(5))));
        await second.DoAsync(second.Bedrijf, "/versies/1/voorstel");
        await second.AgreeAsync(1);
        await second.AgreeAsync(1, second.Aanbieders[0]);
        await first.AgreedAsync();

        using var last = await second.StepAsync(shared.Client, "/versies/1/instemming", For(shared));
        var versie = await second.ReadAsync(second.Bedrijf, "/versies/1");
        await second.DoAsync(second.Bedrijf, "/versies/1/intrekking");
        await second.DoAsync(second.Bedrijf, "/versies");
        using var proposed = await second.StepAsync(second.Bedrijf, "/versies/2/voorstel");

        Assert.Equal("409 vitaal-werken.programma.leverancier-bezet", await last.ProblemAsync());
        Assert.Equal("voorgesteld", (string?)versie["stand"]!["status"]);
        Assert.Equal(2, versie["instemmingen"]!.AsArray().Count(item => (string?)item!["besluit"] == "ingestemd"));
        Assert.Equal("409 vitaal-werken.programma.leverancier-bezet", await proposed.ProblemAsync());
        // A programme that is withdrawn sets its suppliers free.
        await first.DoAsync(first.Coordinator, "/intrekking");
        await second.DoAsync(second.Bedrijf, "/versies/2/voorstel");
    }

    [Fact]
    public async Task Of_two_programmes_that_want_one_supplier_at_once_one_gets_it()
    {
        using var first = await CreateAsync(service, 1);
        using var second = await CreateAsync(service);
        var shared = first.Aanbieders[0] with { KoppelingId = await KoppelingAsync(service, second.BedrijfId, first.Aanbieders[0].Id) };
        foreach (var (wereld, aanbieder) in new[] { (first, first.Aanbieders[0]), (second, shared) })
        {
            await wereld.ProgrammaAsync();
            await wereld.ChangeAsync(1, Inhoud(Module(aanbieder, Sessie(1), Sessie(2), Sessie(3))));
            await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");
            await wereld.AgreeAsync(1, aanbieder);
        }

        var answers = await Task.WhenAll(
            first.StepAsync(first.Bedrijf, "/versies/1/instemming", For(null)), second.StepAsync(second.Bedrijf, "/versies/1/instemming", For(null)));

        Assert.Equal([200, 409], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    [Fact]
    public async Task What_was_proposed_is_not_written_in_any_more()
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        using var empty = await wereld.StepAsync(wereld.Bedrijf, "/versies/1/voorstel");
        await wereld.ChangeAsync(1, Inhoud(Module(wereld.Aanbieders[0])));
        using var without = await wereld.StepAsync(wereld.Bedrijf, "/versies/1/voorstel");
        await wereld.ChangeAsync(1, Inhoud(Module(wereld.Aanbieders[0], Sessie(1))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");

        using var changed = await wereld.StepAsync(wereld.Bedrijf, "/versies/1", Inhoud(Module(wereld.Aanbieders[0], Sessie(2))), HttpMethod.Put);
        using var unknown = await wereld.StepAsync(wereld.Bedrijf, "/versies/9", Inhoud(), HttpMethod.Put);

        Assert.Equal("409 vitaal-werken.programma.versie-leeg", await empty.ProblemAsync());
        Assert.Equal("422 vitaal-werken.module.zonder-sessie", await without.ProblemAsync());
        Assert.Equal("409 vitaal-werken.programma.geen-concept", await changed.ProblemAsync());
        Assert.Equal("404 vitaal-werken.programma.versie-onbekend", await unknown.ProblemAsync());
    }

    [Fact]
    public async Task A_session_keeps_its_key_only_while_it_is_about_the_same_subject()
    {
        using var wereld = await CreateAsync(service, 1);
        var aanbieder = wereld.Aanbieders[0];
        var same = aanbieder with { KoppelingId = await KoppelingAsync(service, wereld.BedrijfId, aanbieder.Id) };
        var different = aanbieder with { KoppelingId = await KoppelingAsync(service, wereld.BedrijfId, aanbieder.Id, onderwerp: "slaap") };
        await wereld.ProgrammaAsync();
        await wereld.ChangeAsync(1, Inhoud(Module(aanbieder, Sessie(1))));
        var sleutel = (string)(await wereld.ReadAsync(wereld.Bedrijf, "/versies/1"))["modules"]![0]!["sessies"]![0]!["sleutel"]!;

        using var refused = await wereld.StepAsync(wereld.Bedrijf, "/versies/1", Inhoud(Module(different, Sessie(2, sleutel: sleutel))), HttpMethod.Put);
        await wereld.ChangeAsync(1, Inhoud(Module(same, Sessie(2, sleutel: sleutel))));

        Assert.Equal("422 vitaal-werken.programmasessie.sleutel-onbekend", await refused.ProblemAsync());
    }
}
