using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Contact;

[Collection(VitaalWerkenService.Name)]
public sealed class ContactTests(VitaalWerkenFixture service)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static JsonObject NewContact(Guid? persoonId = null) =>
        new() { ["naam"] = "Samira Proef", ["telefoon"] = "030 123 45 67", ["persoonId"] = persoonId };

    [Fact]
    public async Task Whom_to_call_at_a_company_is_for_its_partner_and_its_coordinator_until_a_koppeling_is_made()
    {
        var (companyPartner, supplierPartner) = (TestId.Guid(), TestId.Guid());
        using var company = service.Partner(companyPartner);
        using var coordinator = await service.CoordinatorAsync();
        using var supplier = service.Partner(supplierPartner);
        var bedrijf = await service.LidAsync(company);
        var leverancier = await service.LeverancierAsync(supplierPartner);
        var address = $"/vitaal-werken/v1/bedrijven/{bedrijf}/contactpersoon";
        using var saved = await company.SendJsonAsync(HttpMethod.Put, address, NewContact());

        using var own = await company.GetAsync(address);
        using var coordinated = await coordinator.GetAsync(address);
        using var early = await supplier.GetAsync(address);
        await ProposeKoppelingAsync(bedrijf, leverancier, companyPartner);
        using var proposed = await supplier.GetAsync(address);
        await MakeKoppelingAsync(bedrijf, leverancier, companyPartner, supplierPartner);
        using var linked = await supplier.GetAsync(address);
        using var stranger = await service.Partner().GetAsync(address);

        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        Assert.Equal("Samira Proef", (string?)(await own.ReadObjectAsync())["naam"]);
        Assert.Equal(HttpStatusCode.OK, coordinated.StatusCode);
        Assert.Equal("404 vitaal-werken.contact.onbekend", await early.ProblemAsync());
        Assert.Equal("404 vitaal-werken.contact.onbekend", await proposed.ProblemAsync());
        Assert.Equal("030 123 45 67", (string?)(await linked.ReadObjectAsync())["telefoon"]);
        Assert.Equal("404 vitaal-werken.contact.onbekend", await stranger.ProblemAsync());
    }

    [Fact]
    public async Task Whom_to_call_at_a_supplier_is_seen_by_a_company_with_which_it_made_a_koppeling()
    {
        var (companyPartner, supplierPartner) = (TestId.Guid(), TestId.Guid());
        using var company = service.Partner(companyPartner);
        using var supplier = service.Partner(supplierPartner);
        var bedrijf = await service.LidAsync(company);
        var leverancier = await service.LeverancierAsync(supplierPartner);
        var address = $"/vitaal-werken/v1/leveranciers/{leverancier}/contactpersoon";
        using var saved = await supplier.SendJsonAsync(HttpMethod.Put, address, NewContact());

        using var early = await company.GetAsync(address);
        await MakeKoppelingAsync(bedrijf, leverancier, companyPartner, supplierPartner);
        using var linked = await company.GetAsync(address);

        Assert.Equal("404 vitaal-werken.contact.onbekend", await early.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
    }

    [Fact]
    public async Task A_coordinator_or_a_stranger_does_not_change_whom_to_call()
    {
        using var company = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        var address = $"/vitaal-werken/v1/bedrijven/{await service.LidAsync(company)}/contactpersoon";

        using var coordinated = await coordinator.SendJsonAsync(HttpMethod.Put, address, NewContact());
        using var stranger = await service.Partner().SendJsonAsync(HttpMethod.Put, address, NewContact());

        Assert.Equal("404 vitaal-werken.contact.onbekend", await coordinated.ProblemAsync());
        Assert.Equal("404 vitaal-werken.contact.onbekend", await stranger.ProblemAsync());
    }

    [Fact]
    public async Task A_contact_can_be_reached_and_holds_no_burgerservicenummer()
    {
        using var company = service.Partner();
        var address = $"/vitaal-werken/v1/bedrijven/{await service.LidAsync(company)}/contactpersoon";

        using var unreachable = await company.SendJsonAsync(HttpMethod.Put, address, new JsonObject { ["naam"] = "Samira" });
        using var bsn = await company.SendJsonAsync(HttpMethod.Put, address, new JsonObject { ["naam"] = "111222333", ["email"] = "a@b.nl" });

        Assert.Equal("422 vitaal-werken.contact.onbereikbaar", await unreachable.ProblemAsync());
        Assert.Equal("422 vitaal-werken.tekst.bsn", await bsn.ProblemAsync());
    }

    [Fact]
    public async Task A_contact_that_was_wiped_is_gone()
    {
        using var company = service.Partner();
        var address = $"/vitaal-werken/v1/bedrijven/{await service.LidAsync(company)}/contactpersoon";
        using var saved = await company.SendJsonAsync(HttpMethod.Put, address, NewContact());

        using var wiped = await company.DeleteAsync(address);
        using var found = await company.GetAsync(address);

        Assert.Equal(HttpStatusCode.NoContent, wiped.StatusCode);
        Assert.Equal("404 vitaal-werken.contact.onbekend", await found.ProblemAsync());
    }

    [Fact]
    public async Task A_removed_person_is_nobodys_contact_any_more_and_does_not_become_one_again()
    {
        var person = TestId.Guid();
        using var company = service.Partner();
        var address = $"/vitaal-werken/v1/bedrijven/{await service.LidAsync(company)}/contactpersoon";
        using var saved = await company.SendJsonAsync(HttpMethod.Put, address, NewContact(person));
        var removed = new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() };
        var messageId = TestId.Guid();

        await service.PublishAsync(removed, messageId);
        await service.PublishAsync(removed, messageId);
        await Eventually.Async(async () => await service.TracesAsync(person.ToString()) == 0, Patience, "the contact to be forgotten");
        using var again = await company.SendJsonAsync(HttpMethod.Put, address, NewContact(person));

        Assert.Equal("422 vitaal-werken.persoon.verwijderd", await again.ProblemAsync());
    }

    private Task ProposeKoppelingAsync(Guid bedrijf, Guid leverancier, Guid companyPartner) =>
        AddKoppelingAsync(bedrijf, leverancier, companyPartner, supplierPartner: null);

    private Task MakeKoppelingAsync(Guid bedrijf, Guid leverancier, Guid companyPartner, Guid supplierPartner) =>
        AddKoppelingAsync(bedrijf, leverancier, companyPartner, supplierPartner);

    private async Task AddKoppelingAsync(Guid bedrijf, Guid leverancier, Guid companyPartner, Guid? supplierPartner)
    {
        var aanbod = await service.AanbodAsync(leverancier);
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO koppelingen (
              id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door, voorgesteld_door_partner_id, groepsgrootte,
              periode_van, periode_tot_en_met, prijssoort, prijs_centen, score, redenen, akkoord_bedrijf_op, akkoord_bedrijf_partner_id,
              akkoord_leverancier_op, akkoord_leverancier_partner_id, aangemaakt_op, verloopt_op, gewijzigd_op)
            VALUES (gen_random_uuid(), @bedrijf, @aanbod, @leverancier, 3, CASE WHEN @supplierPartner::uuid IS NULL THEN 'voorgesteld' ELSE 'gemaakt' END, 'bewegen', 'workshop', 'bedrijf', @companyPartner, 10,
              '2027-01-01', '2027-06-30', 'euro', 25000, 50, '[]', now(), @companyPartner, CASE WHEN @supplierPartner IS NOT NULL THEN now() END, @supplierPartner, now(), now() + interval '21 days', now())
            """,
            new { bedrijf, aanbod, leverancier, companyPartner, supplierPartner });
    }
}
