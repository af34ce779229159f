using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;

namespace GrozUtrecht.Support.Tests.Consumers;

[Collection(SupportCollection.Name)]
public sealed class UrenBijgeschrevenTests(SupportFixture support)
{
    [Fact]
    public async Task The_same_message_twice_and_the_same_hours_in_another_message_are_shown_once()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await DoneAsync(partner);
        var (_, _, marker) = await DoneAsync(partner);
        var messageId = TestId.Guid();

        await support.PublishAsync(Credited(afspraakId, 60), messageId);
        await support.PublishAsync(Credited(afspraakId, 60), messageId);
        await support.PublishAsync(Credited(afspraakId, 60));
        await support.PublishAsync(Credited(marker, 60));

        await ShownAsync(partner, marker);
        await ShownAsync(partner, afspraakId);
        using var answer = await partner.GetAsync($"/afspraken/{afspraakId}");
        // Planned, two words, one credit.
        Assert.Equal("\"4\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Hours_that_arrive_before_the_last_confirmation_are_shown_after_it()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync();

        await support.PublishAsync(Credited(afspraakId, 60));
        await partner.StatusAfterConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);
        Assert.False((await partner.ReadAsync($"/afspraken/{afspraakId}")).TryGetProperty("bijgeschrevenOp", out _));
        await partner.StatusAfterConfirmAsync(afspraakId, "hulpvrager", doorgegaan: true, 60);

        Assert.Equal(60, (await ShownAsync(partner, afspraakId)).GetProperty("bijgeschrevenMinuten").GetInt32());
    }

    [Fact]
    public async Task Hours_from_another_source_are_none_of_our_business()
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await DoneAsync(partner);
        var (_, _, marker) = await DoneAsync(partner);

        await support.PublishAsync(Credited(afspraakId, 60) with { Bron = "lifestyle.sessie" });
        await support.PublishAsync(Credited(marker, 60));

        await ShownAsync(partner, marker);
        Assert.False((await partner.ReadAsync($"/afspraken/{afspraakId}")).TryGetProperty("bijgeschrevenOp", out _));
    }

    private static async Task<(Guid HulpvraagId, Guid HelperId, Guid AfspraakId)> DoneAsync(Partner partner)
    {
        var planned = await partner.PlanAsync();
        await partner.StatusAfterConfirmAsync(planned.AfspraakId, "helper", doorgegaan: true, 60);
        await partner.StatusAfterConfirmAsync(planned.AfspraakId, "hulpvrager", doorgegaan: true, 60);
        return planned;
    }

    private static async Task<JsonElement> ShownAsync(Partner partner, Guid afspraakId)
    {
        JsonElement afspraak = default;
        await Eventually.Async(
            async () => (afspraak = await partner.ReadAsync($"/afspraken/{afspraakId}")).TryGetProperty("bijgeschrevenOp", out _),
            what: "the credited hours at the appointment");
        return afspraak;
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
