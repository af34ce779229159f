using System.Text.Json;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Tests.SocialeKaart;

/// <summary>What is open is decided three times: for an answer, as a list of moments, and by the database in a search. They agree.</summary>
[Collection(SupportCollection.Name)]
public sealed class GeopendTests(SupportFixture support)
{
    private const int Cases = 3_000;
    private static readonly Guid[] Places = [new("019a0000-0000-7000-8000-000000000001"), new("019a0000-0000-7000-8000-000000000002")];

    // Around both changes of the clock, where the three could differ most, and around the turn of the year.
    private static readonly DateOnly[] Days = [new(2026, 3, 28), new(2026, 10, 24), new(2026, 12, 30)];

    private static readonly Gen<Guid?> Place = Gen.Elements<Guid?>(null, Places[0], Places[1]);

    // Mostly in the hours that are skipped or come twice.
    private static readonly Gen<int> Minute = Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(100, 200));

    private static readonly Gen<Openingstijd> Week =
        from day in Gen.Choose(1, 7)
        from begin in Minute
        from end in Minute
        from place in Place
        select new Openingstijd((Weekdag)day, begin, end, place);

    private static readonly Gen<(Openingstijden Tijden, DateTimeOffset Moment)> Case =
        from start in Gen.Elements(Days)
        from week in Gen.ListOf(Week, 8)
        from deviations in Gen.ListOf(Deviation(start), 2)
        from minutes in Gen.OneOf(Gen.Choose(0, 4 * 1440), Gen.Choose(1440, 1440 + 240))
        from seconds in Gen.Choose(0, 59)
        select (new Openingstijden(week, deviations), NederlandseTijd.MomentOf(start, TimeOnly.MinValue).AddMinutes(minutes).AddSeconds(seconds));

    [Fact]
    public async Task An_answer_a_list_of_moments_and_a_search_agree_on_what_is_open()
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        var cases = Case.Sample(Cases).ToList();
        var outcomes = new List<bool>();
        foreach (var (tijden, moment) in cases)
        {
            var day = NederlandseTijd.DayOf(moment);
            var isOpen = tijden.IsOpenAt(moment);
            var isListed = tijden.Between(day.AddDays(-1), day).Any(opening => opening.Begin <= moment && moment < opening.End);
            Assert.True(isOpen == isListed, $"{moment:O} {JsonSerializer.Serialize(tijden)}: open {isOpen}, listed {isListed}");
            outcomes.Add(isOpen);
        }

        var found = await connection.QueryAsync<bool>(
            """
            SELECT is_geopend(week::jsonb, afwijkend::jsonb, dag, minuut)
            FROM unnest(@weeks, @deviations, @days::date[], @minutes) WITH ORDINALITY AS c (week, afwijkend, dag, minuut, nummer)
            ORDER BY nummer
            """,
            new
            {
                weeks = cases.Select(it => Json(it.Tijden.Week)).ToArray(),
                deviations = cases.Select(it => Json(it.Tijden.Afwijkend)).ToArray(),
                days = cases.Select(it => Wandtijd.Of(it.Moment).Day.ToString("yyyy-MM-dd")).ToArray(),
                minutes = cases.Select(it => Wandtijd.Of(it.Moment).Minute).ToArray(),
            });

        Assert.Equal(outcomes, found);
        Assert.InRange(outcomes.Count(isOpen => isOpen), Cases / 10, Cases * 9 / 10);
    }

    private static Gen<AfwijkendeTijd> Deviation(DateOnly start) =>
        from first in Gen.Choose(0, 4)
        from length in Gen.Choose(0, 1)
        from isClosed in Gen.Elements(true, false)
        from begin in Minute
        from end in Minute
        from place in Place
        select new AfwijkendeTijd(start.AddDays(first), start.AddDays(first + length), isClosed ? null : begin, isClosed ? null : end, null, place);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
