using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain.Uren;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

[Collection(TijdbankCollection.Name)]
public sealed class UrensoortTests(TijdbankFixture tijdbank)
{
    [Fact]
    public void The_policy_is_complete_and_in_the_order_of_the_kinds() =>
        Assert.All(Enum.GetValues<Urensoort>(), soort => Assert.Equal(soort, Urensoortbeleid.Of(soort).UrenSoort));

    [Fact]
    public void Only_volunteering_is_paid_out_and_what_is_paid_out_can_be_spent()
    {
        Assert.Equal([Urensoort.Vrijwilligerswerk], Of(beleid => beleid.Uitbetaalbaar));
        Assert.Equal([Urensoort.Vrijwilligerswerk, Urensoort.Mantelzorg], Of(beleid => beleid.Besteedbaar));
        Assert.Equal(
            [Urensoort.Vrijwilligerswerk, Urensoort.Tegenprestatie, Urensoort.Beroepspraktijkvorming, Urensoort.Betaald],
            Of(beleid => beleid.Certificeerbaar));
    }

    [Fact]
    public async Task Everybody_can_read_the_policy()
    {
        using var client = tijdbank.Partner(TestId.Guid());
        var (status, body) = await client.AskAsync("/urensoorten");

        Assert.Equal((200, 5), (status, body.GetProperty("items").GetArrayLength()));
        Assert.Equal("tegenprestatie", body.GetProperty("items")[2].GetProperty("urenSoort").GetString());
        Assert.False(body.GetProperty("items")[2].GetProperty("besteedbaar").GetBoolean());
    }

    private static IEnumerable<Urensoort> Of(Func<Urensoortbeleid, bool> property) =>
        Urensoortbeleid.All.Where(property).Select(beleid => beleid.UrenSoort);
}
