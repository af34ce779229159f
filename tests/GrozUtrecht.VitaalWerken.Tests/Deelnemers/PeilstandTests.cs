using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

public sealed class PeilstandTests
{
    [Fact]
    public void A_number_that_moved_between_two_days_moved_because_of_five_people_or_more() =>
        Prop.ForAll(Gen.Choose(0, 40).ArrayOf().ToArbitrary(), standen =>
        {
            var lastMoved = 0;
            for (var day = 1; day <= standen.Length; day++)
            {
                if (Peilstand.Of(standen[..day]) == Peilstand.Of(standen[..(day - 1)]))
                    continue;
                Assert.InRange(Math.Abs(standen[day - 1] - lastMoved), 5, int.MaxValue);
                lastMoved = standen[day - 1];
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new[] { 4 }, null)]
    [InlineData(new[] { 4, 5 }, 5)]
    [InlineData(new[] { 5, 4 }, 5)]
    [InlineData(new[] { 5, 9 }, 5)]
    [InlineData(new[] { 5, 9, 10 }, 10)]
    [InlineData(new[] { 12, 7, 8 }, 5)]
    [InlineData(new[] { 6, 1 }, null)]
    public void One_colleague_more_or_less_does_not_show(int[] standen, int? shown) => Assert.Equal(shown, Peilstand.Of(standen));

    [Theory]
    [InlineData("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ-RST*")]
    public void A_key_that_could_be_guessed_is_weak(string key) => Assert.False(Deelnamesleutel.IsStrong(key));

    [Fact]
    public void Keys_that_are_made_at_random_are_strong_however_they_are_typed()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => Geheimecode.CreateKey()).ToList();

        Assert.All(keys, key => Assert.True(Deelnamesleutel.IsStrong(key)));
        Assert.All(keys, key => Assert.True(Deelnamesleutel.IsStrong(key.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())));
    }

    [Fact]
    public void The_code_of_a_session_works_for_that_session_of_that_programme_only()
    {
        var (geheim, sessie) = (RandomNumberGenerator.GetBytes(32), TestId.Guid());
        var code = Aanwezigheidscode.Of(geheim, sessie);

        Assert.True(Aanwezigheidscode.IsRight(geheim, sessie, code.ToLowerInvariant()));
        Assert.False(Aanwezigheidscode.IsRight(geheim, TestId.Guid(), code));
        Assert.False(Aanwezigheidscode.IsRight(RandomNumberGenerator.GetBytes(32), sessie, code));
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", code);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_code_of_a_session_works_on_its_day_and_the_day_after(int days, bool isValid)
    {
        var day = new DateOnly(2026, 3, 2);

        Assert.Equal(isValid, Aanwezigheidscode.IsValidOn(day.AddDays(days), day));
    }
}
