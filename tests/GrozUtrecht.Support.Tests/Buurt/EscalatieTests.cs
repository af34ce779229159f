using Dapper;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class EscalatieTests(SupportFixture support)
{
    [Fact]
    public async Task A_hulpvraag_that_is_escalated_twice_is_one_question()
    {
        var partner = new BuurtPartner(support);
        var hulpvraag = await partner.CreateAsync("/hulpvragen", Partner.HulpvraagRequest());

        var first = await EscalateAsync(partner, hulpvraag);
        var second = await EscalateAsync(partner, hulpvraag);
        var other = await EscalateAsync(partner, hulpvraag, EscalatieReden.CancelledLate);

        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, second);
        Assert.NotEqual(first.SocialeVraagId, other.SocialeVraagId);
        Assert.Equal(2, await CountAsync(hulpvraag));
    }

    [Fact]
    public async Task A_hulpvraag_that_is_escalated_at_once_by_many_is_one_question()
    {
        var partner = new BuurtPartner(support);
        var hulpvraag = await partner.CreateAsync("/hulpvragen", Partner.HulpvraagRequest());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EscalateAsync(partner, hulpvraag)));

        Assert.Single(answers, answer => answer.IsNew);
        Assert.Single(answers.Select(answer => answer.SocialeVraagId).Distinct());
        Assert.Equal(1, await CountAsync(hulpvraag));
    }

    [Fact]
    public async Task Without_anybody_on_duty_the_question_waits_in_the_inbox_of_the_buurt()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var hulpvraag = await partner.CreateAsync("/hulpvragen", Partner.HulpvraagRequest());

        var escalated = await EscalateAsync(partner, hulpvraag);

        Assert.Null(escalated.BuurtassistentId);
        await using var connection = await support.Database.OpenConnectionAsync();
        Assert.Equal(buurt, await connection.ExecuteScalarAsync<Guid>(
            "SELECT buurt_id FROM sociale_vragen WHERE id = @id", new { id = escalated.SocialeVraagId }));
    }

    [Fact]
    public async Task Who_is_on_duty_and_has_the_least_to_do_gets_the_question()
    {
        var partner = new BuurtPartner(support);
        var (buurt, first) = await partner.BuurtWithDutyAsync();
        var second = await partner.RegisterAsync(buurt);
        await partner.PlanAsync(buurt, second, BuurtPartner.Now.AddHours(-2));
        var notNow = await partner.RegisterAsync(buurt);
        await partner.PlanAsync(buurt, notNow, BuurtPartner.Now.AddHours(1));

        List<Guid?> got = [];
        for (var count = 0; count < 4; count++)
        {
            got.Add((await EscalateAsync(partner, await partner.CreateAsync("/hulpvragen", Partner.HulpvraagRequest()))).BuurtassistentId);
        }

        // Each has one after two, and whoever was given one longest ago gets the third.
        Assert.Equal([first, second], got[..2].Order());
        Assert.Equal(got[..2], got[2..]);
    }

    private async Task<Escalatie> EscalateAsync(BuurtPartner partner, Guid hulpvraagId, string reason = EscalatieReden.NobodyFound)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var escalated = await SocialeVraagStore.OpenForHulpvraagAsync(
            connection, partner.Id, hulpvraagId, BuurtPartner.Postcode, Urgentie.Normaal, TestId.Guid(), reason, BuurtPartner.Now, CancellationToken.None);
        await transaction.CommitAsync();
        return escalated;
    }

    private async Task<int> CountAsync(Guid hulpvraagId)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sociale_vragen WHERE hulpvraag_id = @hulpvraagId", new { hulpvraagId });
    }
}
