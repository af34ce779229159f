using System.Text.Json;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

/// <summary>A person whose account one partner manages, and an organisation that they work for.</summary>
internal sealed class Urenscene : IDisposable
{
    private readonly TijdbankFixture tijdbank;

    private Urenscene(TijdbankFixture tijdbank)
    {
        this.tijdbank = tijdbank;
        (Beheer, Organisatie, Vreemde) = (tijdbank.Partner(BeheerId), tijdbank.Partner(OrganisatieId), tijdbank.Partner(TestId.Guid()));
        Bemiddelaar = tijdbank.ClientFor(TestId.Guid(), "tijdbank:lezen", "tijdbank:schrijven", "tijdbank:bemiddelen");
    }

    public static DateOnly Yesterday { get; } = NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1);

    public Guid PersoonId { get; } = TestId.Guid();

    public Guid BeheerId { get; } = TestId.Guid();

    public Guid OrganisatieId { get; } = TestId.Guid();

    public Guid RekeningId { get; private set; }

    /// <summary>The partner that manages the person's account.</summary>
    public HttpClient Beheer { get; }

    public HttpClient Organisatie { get; }

    public HttpClient Vreemde { get; }

    public HttpClient Bemiddelaar { get; }

    public static async Task<Urenscene> OfAsync(TijdbankFixture tijdbank)
    {
        var scene = new Urenscene(tijdbank);
        scene.RekeningId = await tijdbank.AccountAsync(scene.BeheerId, persoonId: scene.PersoonId);
        return scene;
    }

    /// <summary>The JSON of a report; what is named here replaces what is usual.</summary>
    public string Body(int minutes = 90, string soort = "vrijwilligerswerk", DateOnly? datum = null, string? extra = null) =>
        $$"""
          {"persoonId":"{{PersoonId}}","voorPartnerId":"{{OrganisatieId}}","urenSoort":"{{soort}}","uitgevoerdDatum":"{{datum ?? Yesterday:yyyy-MM-dd}}",
           "duurMinuten":{{minutes}},"omschrijving":"Koken in het buurthuis"{{(extra is null ? "" : "," + extra)}}}
          """;

    /// <summary>Hours that the person's side reported.</summary>
    public async Task<Guid> ReportedAsync(int minutes = 90, string soort = "vrijwilligerswerk", DateOnly? datum = null)
    {
        var (status, body) = await Beheer.SendAsync("/urenregistraties", Body(minutes, soort, datum));
        Assert.Equal(201, status);
        return body.Id();
    }

    public static Task<(int Status, JsonElement Body)> StepAsync(HttpClient client, Guid id, string stap, string json = "") =>
        client.SendAsync($"/urenregistraties/{id}/{stap}", json);

    public Task<long> BalanceAsync() => tijdbank.BalanceAsync(RekeningId);

    public void Dispose()
    {
        Beheer.Dispose();
        Organisatie.Dispose();
        Vreemde.Dispose();
        Bemiddelaar.Dispose();
    }
}
