using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

public sealed class InzagesleutelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Old = Inzagesleutel.Hash("AAAA");
    private static readonly byte[] New = Inzagesleutel.Hash("BBBB");
    private static readonly byte[] Other = Inzagesleutel.Hash("CCCC");

    [Fact]
    public void A_key_has_140_random_bits_in_signs_that_people_can_tell_apart()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => Inzagesleutel.Create()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(100, keys.Count);
        Assert.All(keys, key => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$", key));
    }

    [Fact]
    public void A_key_is_known_however_it_is_typed()
    {
        Assert.Equal(Inzagesleutel.Hash("10AB-C0D1"), Inzagesleutel.Hash("loab codi"));
        Assert.NotEqual(Inzagesleutel.Hash("10AB-C0D1"), Inzagesleutel.Hash("10AB-C0D2"));
    }

    [Fact]
    public void Only_the_right_key_opens()
    {
        Assert.Equal(Sleuteloordeel.Juist, Inzagesleutel.Judge(Old, new(Old, null, null), Now));
        Assert.Equal(Sleuteloordeel.Onjuist, Inzagesleutel.Judge(Other, new(Old, null, null), Now));
    }

    [Fact]
    public void A_key_that_replaces_a_lost_one_opens_nothing_during_the_pause_and_is_void_when_the_old_one_turns_up()
    {
        var stand = new Sleutelstand(Old, New, Now.AddSeconds(1));

        Assert.Equal(Sleuteloordeel.NogNietGeldig, Inzagesleutel.Judge(New, stand, Now));
        Assert.Equal(Sleuteloordeel.JuistEnHeruitgaveVervalt, Inzagesleutel.Judge(Old, stand, Now));
        Assert.Equal(Sleuteloordeel.Onjuist, Inzagesleutel.Judge(Other, stand, Now));
    }

    [Fact]
    public void After_the_pause_the_new_key_opens_and_the_old_one_does_not()
    {
        var stand = new Sleutelstand(Old, New, Now);

        Assert.Equal(Sleuteloordeel.JuistEnHeruitgaveGaatIn, Inzagesleutel.Judge(New, stand, Now));
        Assert.Equal(Sleuteloordeel.Onjuist, Inzagesleutel.Judge(Old, stand, Now));
    }
}
