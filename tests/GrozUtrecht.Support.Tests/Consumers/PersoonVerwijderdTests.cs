using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Consumers;

[Collection(SupportCollection.Name)]
public sealed class PersoonVerwijderdTests(SupportFixture support)
{
    [Fact]
    public async Task A_removed_hulpvrager_leaves_the_counts_and_nothing_else()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        var (done, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(person));
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);
        await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 60);
        var (planned, _, cancelled) = await partner.PlanAsync(Partner.HulpvraagRequest(person, Partner.Tomorrow));
        var open = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(person, Partner.Tomorrow));
        var waiting = await partner.ProposeAsync(open, await partner.RegisterHelperAsync());

        await RemoveAsync(person);

        foreach (var id in new[] { done, planned, open })
        {
            var hulpvraag = await partner.ReadAsync($"/hulpvragen/{id}");
            Assert.Equal(id == done ? "vervuld" : "ingetrokken", hulpvraag.GetProperty("status").GetString());
            Assert.False(hulpvraag.TryGetProperty("persoonId", out _));
            Assert.False(hulpvraag.TryGetProperty("omschrijving", out _));
        }

        Assert.Equal("uitgevoerd", await partner.StatusAsync($"/afspraken/{afspraakId}"));
        Assert.Equal("niet-doorgegaan", await partner.StatusAsync($"/afspraken/{cancelled}"));
        Assert.Equal("vervallen", await partner.StatusAsync($"/voorstellen/{waiting}"));
        await AssertForgottenAsync(person);
    }

    [Fact]
    public async Task A_removed_helper_gives_the_hulpvraag_back()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        var (hulpvraagId, helperId, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow), Partner.HelperRequest(person));
        var waiting = await partner.ProposeAsync(await partner.SubmitHulpvraagAsync(), helperId);

        await RemoveAsync(person);

        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Equal("niet-doorgegaan", await partner.StatusAsync($"/afspraken/{afspraakId}"));
        Assert.Equal("vervallen", await partner.StatusAsync($"/voorstellen/{waiting}"));
        using var helper = await partner.GetAsync($"/helpers/{helperId}");
        await helper.ProblemAsync(404, "support.helper.onbekend");
        Assert.Empty((await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten")).GetProperty("items").EnumerateArray());
        await AssertForgottenAsync(person);
    }

    [Fact]
    public async Task Removing_twice_is_removing_once()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(person));
        var messageId = TestId.Guid();

        await RemoveAsync(person, messageId);
        await RemoveAsync(person, messageId);
        await RemoveAsync(person);
        await RemoveAsync(TestId.Guid());

        using var answer = await partner.GetAsync($"/hulpvragen/{hulpvraagId}");
        Assert.Equal("\"2\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Nothing_is_registered_for_somebody_whose_removal_arrived_first()
    {
        var partner = support.NewPartner();
        var person = TestId.Guid();
        await RemoveAsync(person);

        using var helper = await partner.PostAsync("/helpers", Partner.HelperRequest(person));
        await helper.ProblemAsync(422, "support.persoon.verwijderd");
        using var hulpvraag = await partner.PostAsync("/hulpvragen", Partner.HulpvraagRequest(person));
        await hulpvraag.ProblemAsync(422, "support.persoon.verwijderd");
        await AssertForgottenAsync(person);
    }

    private async Task RemoveAsync(Guid persoonId, Guid? messageId = null)
    {
        await support.PublishAsync(
            new PersoonVerwijderd { PersoonId = persoonId, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await using var connection = await support.Database.OpenConnectionAsync();
        await Eventually.Async(
            () => connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM verwijderde_personen WHERE persoon_hash = sha256(uuid_send(@persoonId)))", new { persoonId }),
            what: "the removal of the person");
    }

    private async Task AssertForgottenAsync(Guid persoonId)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "SELECT (SELECT count(*) FROM helpers WHERE persoon_id = @persoonId) + (SELECT count(*) FROM hulpvragen WHERE persoon_id = @persoonId)",
            new { persoonId }));
    }
}
