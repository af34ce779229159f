using System.Net;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class FirstFlowTests(SupportFixture support)
{
    [Fact]
    public async Task From_hulpvraag_to_hours_at_the_helpers_account()
    {
        var partner = support.NewPartner();
        var (hulpvrager, helperPersoon) = (TestId.Guid(), TestId.Guid());
        var helperId = await partner.RegisterHelperAsync(Partner.HelperRequest(helperPersoon));
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(hulpvrager));

        var kandidaat = Assert.Single((await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten")).GetProperty("items").EnumerateArray());
        Assert.Equal(helperId, kandidaat.GetProperty("helperId").GetGuid());
        var redenen = kandidaat.GetProperty("redenen").EnumerateArray().ToList();
        Assert.Equal(
            ["afstand", "tijd", "vaardigheden", "taal", "eerder-goed", "laatst-gevraagd", "belasting", "nieuwkomer"],
            redenen.Select(reden => reden.GetProperty("code").GetString()));
        Assert.Equal(kandidaat.GetProperty("score").GetInt32(), redenen.Sum(reden => reden.GetProperty("punten").GetInt32()));
        Assert.StartsWith("Woont op ongeveer 1,2 km", redenen[0].GetProperty("tekst").GetString(), StringComparison.Ordinal);

        var voorstelId = await partner.ProposeAsync(hulpvraagId, helperId);
        Assert.Equal("voorgesteld", await partner.StatusAsync($"/voorstellen/{voorstelId}"));
        var afspraakId = await partner.AcceptAsync(voorstelId);
        Assert.Equal("aanvaard", await partner.StatusAsync($"/voorstellen/{voorstelId}"));
        Assert.Equal("gepland", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));

        Assert.Equal("gepland", await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 50));
        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 50));
        Assert.Equal("vervuld", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));

        var submitted = await support.Events.FirstAsync<HulpvraagSubmitted>(it => it.HulpvraagId == hulpvraagId);
        Assert.Equal(("boodschappen", "3581", 60), (submitted.Categorie, submitted.Postcode, submitted.DurationMinutes));
        await support.Events.FirstAsync<MatchProposed>(it => it.VoorstelId == voorstelId);
        await support.Events.FirstAsync<MatchAccepted>(it => it.AfspraakId == afspraakId);
        var fulfilled = await support.Events.FirstAsync<HulpvraagFulfilled>(it => it.AfspraakId == afspraakId);
        Assert.Equal(
            (hulpvraagId, partner.Id, helperPersoon, hulpvrager, 50, "vrijwilligerswerk"),
            (fulfilled.HulpvraagId, fulfilled.PartnerId, fulfilled.HelperPersoonId, fulfilled.HulpvragerPersoonId, fulfilled.DurationMinutes, fulfilled.UrenSoort));

        await support.PublishAsync(Credited(afspraakId, 50));
        await Eventually.Async(
            async () => (await partner.ReadAsync($"/afspraken/{afspraakId}")).TryGetProperty("bijgeschrevenMinuten", out var minuten) && minuten.GetInt32() == 50,
            what: "the credited minutes");
    }

    [Fact]
    public async Task The_same_confirmation_twice_gives_one_event()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync();
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 45);

        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 45));
        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 45));
        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 45));

        // What comes after it on the same broker has arrived, so a second event would have too.
        var later = await partner.SubmitHulpvraagAsync();
        await support.Events.FirstAsync<HulpvraagSubmitted>(it => it.HulpvraagId == later);
        Assert.Single(support.Events.All<HulpvraagFulfilled>(), it => it.Event.AfspraakId == afspraakId);
    }

    [Fact]
    public async Task Both_sides_confirming_at_the_same_moment_give_one_event()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync();

        var answers = await Task.WhenAll(
            from attempt in Enumerable.Range(0, 8)
            select partner.ConfirmAsync(afspraakId, attempt % 2 == 0 ? "helper" : "hulpvrager", doorgegaan: true, 30));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var fulfilled = await support.Events.FirstAsync<HulpvraagFulfilled>(it => it.AfspraakId == afspraakId);
        var later = await partner.SubmitHulpvraagAsync();
        await support.Events.FirstAsync<HulpvraagSubmitted>(it => it.HulpvraagId == later);
        Assert.Single(support.Events.All<HulpvraagFulfilled>(), it => it.Event.AfspraakId == afspraakId);
        Assert.Equal(3, fulfilled.Version);
        Assert.Equal("vervuld", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
    }

    [Fact]
    public async Task Different_minutes_ask_to_agree_and_the_last_word_of_each_side_counts()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync();

        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 90);
        Assert.Equal("minuten-verschillen", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 60));
        Assert.Equal("uitgevoerd", await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 60));

        Assert.Equal(60, (await support.Events.FirstAsync<HulpvraagFulfilled>(it => it.AfspraakId == afspraakId)).DurationMinutes);
    }

    [Fact]
    public async Task A_no_show_ends_the_appointment_without_hours()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync();
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);

        Assert.Equal("niet-doorgegaan", await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: false, 0));

        Assert.Equal("niet-vervuld", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        using var answer = await partner.ConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 60);
        await answer.ProblemAsync(409, "support.afspraak.afgerond");
    }

    [Fact]
    public async Task A_cancellation_in_time_opens_the_hulpvraag_for_another_helper()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));
        var other = await partner.RegisterHelperAsync();

        Assert.Equal("niet-doorgegaan", await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: false, 0));

        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        var kandidaten = (await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten")).GetProperty("items").EnumerateArray();
        Assert.Equal([other], kandidaten.Select(kandidaat => kandidaat.GetProperty("helperId").GetGuid()));
        await partner.AcceptAsync(await partner.ProposeAsync(hulpvraagId, other));
    }

    [Fact]
    public async Task Nobody_confirms_an_appointment_that_has_not_begun()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));

        using var answer = await partner.ConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);

        await answer.ProblemAsync(409, "support.afspraak.nog-niet-begonnen");
    }

    private static UrenBijgeschreven Credited(Guid afspraakId, int minutes) => new()
    {
        OverboekingId = TestId.Guid(),
        RekeningId = TestId.Guid(),
        PersoonId = TestId.Guid(),
        DurationMinutes = minutes,
        BalanceAfterMinutes = minutes,
        Bron = "support.afspraak",
        BronId = afspraakId,
        Version = 1,
        OpgetredenOp = TimeProvider.System.GetUtcNow(),
    };
}
