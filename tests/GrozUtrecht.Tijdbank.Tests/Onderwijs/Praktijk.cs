using System.Text.Json;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

/// <summary>A signed agreement that runs now, and hours under it.</summary>
internal sealed class Praktijk
{
    private readonly TijdbankFixture tijdbank;

    private Praktijk(TijdbankFixture tijdbank)
    {
        this.tijdbank = tijdbank;
        Stage = new(tijdbank);
    }

    /// <summary>The Monday of two weeks ago: a whole week that has passed.</summary>
    public static DateOnly Monday { get; } = MondayOf(NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow())).AddDays(-14);

    public static DateOnly Begin { get; } = Monday.AddDays(-7);

    public Stage Stage { get; }

    public Guid Beheer { get; } = TestId.Guid();

    public Guid RekeningId { get; private set; }

    public static async Task<Praktijk> OfAsync(TijdbankFixture tijdbank)
    {
        var praktijk = new Praktijk(tijdbank);
        praktijk.RekeningId = await tijdbank.AccountAsync(praktijk.Beheer, persoonId: praktijk.Stage.Student);
        var content = Stage.Content.Replace("2026-02-02", $"{Begin:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("2026-07-03", $"{Monday.AddDays(60):yyyy-MM-dd}", StringComparison.Ordinal);
        Assert.Equal(201, (await praktijk.Stage.ProposeAsync(content: content)).Status);
        Assert.Equal(200, (await praktijk.Stage.SignAsync(praktijk.Stage.Organisatie)).Status);
        return praktijk;
    }

    /// <summary>Hours that the student's side reported, and that the organisation confirmed unless told otherwise.</summary>
    public async Task<Guid> HoursAsync(DateOnly date, int minutes, string soort = "beroepspraktijkvorming", bool confirmed = true, Guid? voor = null)
    {
        using var beheer = tijdbank.Partner(Beheer);
        var (status, body) = await beheer.SendAsync(
            "/urenregistraties",
            $$"""
              {"persoonId":"{{Stage.Student}}","voorPartnerId":"{{voor ?? Stage.Organisatie}}","urenSoort":"{{soort}}","uitgevoerdDatum":"{{date:yyyy-MM-dd}}",
               "duurMinuten":{{minutes}},"omschrijving":"Meelopen","praktijkovereenkomstId":"{{Stage.Id}}"}
              """);
        Assert.Equal(201, status);
        if (confirmed)
        {
            using var organisatie = tijdbank.Partner(voor ?? Stage.Organisatie);
            Assert.Equal(200, (await organisatie.SendAsync($"/urenregistraties/{body.Id()}/bevestiging", "")).Status);
        }

        return body.Id();
    }

    public Task<(int Status, JsonElement Body)> SignOffAsync(Guid? by = null, DateOnly? week = null, string werkprocessen = "[]") => Stage.AsAsync(
        by ?? Stage.Organisatie, HttpMethod.Post, "/aftekeningen", $$"""{"weekBeginDatum":"{{week ?? Monday:yyyy-MM-dd}}","werkprocessen":{{werkprocessen}}}""");

    public Task<(int Status, JsonElement Body)> IssueAsync(Guid? by = null, DateOnly? upTo = null) => Stage.AsAsync(
        by ?? Stage.School, HttpMethod.Post, "/urenverklaringen", $$"""{"totEnMetDatum":"{{upTo ?? Monday.AddDays(6):yyyy-MM-dd}}"}""");

    /// <summary>The id of a statement over these minutes.</summary>
    public async Task<Guid> StatementAsync(int minutes)
    {
        await HoursAsync(Monday, minutes);
        Assert.Equal(201, (await SignOffAsync(werkprocessen: """["B1-K1-W2 Stelt het plan op"]""")).Status);
        var (status, body) = await IssueAsync();
        Assert.Equal(201, status);
        return body.Id();
    }

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
