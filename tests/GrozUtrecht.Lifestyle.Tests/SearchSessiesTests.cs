using System.Globalization;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class SearchSessiesTests(LifestyleFixture lifestyle)
{
    private const string Sessies = "/lifestyle/v1/sessies";
    private static readonly string[] Postcodes = ["3431", "3437", "3526", "3581"];
    private static readonly string[][] Drempels = [[], ["gratis"], ["kind-welkom"], ["gratis", "kind-welkom"]];

    // Few activities are searched one by one and many along the calendar: both must find exactly what a search by hand finds.
    [Theory]
    [InlineData(12, 20261122)]
    [InlineData(75, 20261123)]
    public async Task A_search_finds_what_looking_at_everything_finds(int activities, int seed)
    {
        var word = $"zoek{TestId.Guid():N}";
        var world = await WorldAsync(word, activities, new Random(seed));
        using var partner = lifestyle.Partner();

        foreach (var (query, fits) in Searches())
        {
            var expected = world.Where(fits).OrderBy(session => session.Begins).ThenBy(session => session.Id).Select(session => session.Id);
            Assert.Equal(expected, await AllAsync(partner, $"{Sessies}?zoek={word}&limit=40{query}"));
        }
    }

    [Theory]
    [InlineData("wandel", true)]
    [InlineData("wandelingen", true)]
    [InlineData("buurthuis", true)]
    [InlineData("zwemmen", false)]
    public async Task Words_are_found_in_other_forms(string word, bool isFound)
    {
        using var partner = lifestyle.Partner();
        var marker = $"merk{TestId.Guid():N}";
        await LifestyleFixture.PublishedAsync(partner, body => body["naam"] = $"Wandelen {marker}");
        Assert.Equal(isFound, (await LifestyleFixture.ItemsAsync(partner, $"{Sessies}?zoek={marker} {word}")).Count == 1);
    }

    [Fact]
    public async Task What_is_not_published_or_does_not_go_on_is_not_found()
    {
        using var partner = lifestyle.Partner();
        var marker = $"merk{TestId.Guid():N}";
        var draft = await LifestyleFixture.DraftedAsync(partner, body => body["naam"] = marker);
        using var added = await partner.SendJsonAsync(HttpMethod.Post, $"{draft}/sessies", LifestyleFixture.Sessie(3));
        var published = await LifestyleFixture.PublishedAsync(partner, body => body["naam"] = marker);
        Assert.Single(await LifestyleFixture.ItemsAsync(partner, $"{Sessies}?zoek={marker}"));

        var sessie = (await LifestyleFixture.ItemsAsync(partner, $"{published}/sessies"))[0]!;
        using var cancelled = await partner.SendJsonAsync(HttpMethod.Post, $"{published}/sessies/{sessie["id"]}/annulering", null);
        cancelled.EnsureSuccessStatusCode();

        Assert.Empty(await LifestyleFixture.ItemsAsync(partner, $"{Sessies}?zoek={marker}"));
    }

    [Theory]
    [InlineData("gebied=atlantis", "422 lifestyle.gebied.onbekend")]
    [InlineData("straalKilometers=2", "422 lifestyle.zoekvraag.postcode-ontbreekt")]
    [InlineData("postcode=1000", "422 lifestyle.postcode.onbekend")]
    [InlineData("drempels=vliegen", "422 lifestyle.zoekvraag.drempel-onbekend")]
    [InlineData("vanafDatum=2026-12-02&totEnMetDatum=2026-12-01", "422 lifestyle.zoekvraag.periode")]
    [InlineData("vanafDatum=2026-12-02&totEnMetDatum=2028-12-01", "422 lifestyle.zoekvraag.periode")]
    [InlineData("dagdeel=nacht", "400 verzoek.ongeldig")]
    [InlineData("cursor=onzin", "400 verzoek.cursor-ongeldig")]
    public async Task A_search_that_makes_no_sense_is_refused(string query, string expected)
    {
        using var response = await lifestyle.Partner().GetAsync($"{Sessies}?{query}");
        Assert.Equal(expected, await response.ProblemAsync());
    }

    private static IEnumerable<(string Query, Func<Found, bool> Fits)> Searches()
    {
        Assert.True(Postcode4.TryFind("3431", out var centre));
        yield return ("", _ => true);
        yield return ("&gebied=nieuwegein", session => Postcode(session).Gebied?.Code == "nieuwegein");
        yield return ("&postcode=3431&straalKilometers=2", session => centre.DistanceMetersTo(Postcode(session)) <= 2_000);
        yield return ("&dimensie=meedoen", session => session.Dimension == "meedoen");
        yield return ("&drempels=gratis&drempels=kind-welkom", session => session.Drempels.Length == 2);
        yield return ("&dagdeel=avond", session => NederlandseTijd.WallClock(session.Begins).Hour >= 18);
        yield return ("&dagdeel=ochtend&gebied=nieuwegein&dimensie=zingeving", session =>
            NederlandseTijd.WallClock(session.Begins).Hour < 12 && Postcode(session).Gebied?.Code == "nieuwegein" && session.Dimension == "zingeving");
        yield return ("&alleenVrij=true", session => !session.IsFull);
        var day = NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow()).AddDays(10);
        yield return (
            string.Create(CultureInfo.InvariantCulture, $"&vanafDatum={day:yyyy-MM-dd}&totEnMetDatum={day.AddDays(3):yyyy-MM-dd}"),
            session => NederlandseTijd.DayOf(session.Begins) >= day && NederlandseTijd.DayOf(session.Begins) <= day.AddDays(3));
    }

    private static Postcode4 Postcode(Found session) => Postcode4.TryFind(session.Postcode, out var place) ? place : throw new InvalidOperationException();

    private static async Task<IReadOnlyList<Guid>> AllAsync(HttpClient client, string address)
    {
        var ids = new List<Guid>();
        for (var next = address; next is not null;)
        {
            using var response = await client.GetAsync(next);
            response.EnsureSuccessStatusCode();
            var page = await response.ReadObjectAsync();
            ids.AddRange(page["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            next = page["volgende"] is { } cursor ? $"{address}&cursor={cursor}" : null;
        }

        return ids;
    }

    private async Task<IReadOnlyList<Found>> WorldAsync(string word, int activities, Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var found = new List<Found>();
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        for (var number = 0; number < activities; number++)
        {
            var activity = new
            {
                id = TestId.Guid(), partner = TestId.Guid(), name = $"Activiteit {word}", postcode = Postcodes[random.Next(Postcodes.Length)],
                dimensions = new[] { Words.Of((Dimensie)random.Next(6)) }, drempels = Drempels[random.Next(Drempels.Length)], now,
            };
            await connection.ExecuteAsync(
                """
                INSERT INTO activiteiten (id, partner_id, version, status, naam, omschrijving, dimensies, drempels, postcode, gebied, locatienaam,
                  prijs_centen, capaciteit, aangemaakt_op, gewijzigd_op, gepubliceerd_op)
                VALUES (@id, @partner, 1, 'gepubliceerd', @name, 'Samen.', @dimensions, @drempels, @postcode, 'nieuwegein', 'Buurthuis', 0, 5, @now, @now, @now)
                """,
                activity);
            for (var session = 0; session < 4; session++)
            {
                // Some are elsewhere than their activity, some are full, and many begin together.
                var elsewhere = random.Next(4) == 0 ? Postcodes[random.Next(Postcodes.Length)] : null;
                var row = new Found(
                    TestId.Guid(), today.AddDays(1 + (session * 6) + random.Next(5)).AddHours(random.Next(6, 21)), elsewhere ?? activity.postcode,
                    activity.dimensions[0], activity.drempels, random.Next(3) == 0);
                await connection.ExecuteAsync(
                    """
                    INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op, capaciteit, bezet, postcode, locatienaam)
                    VALUES (@Id, @activity, @Begins, @ends, @now, 5, @taken, @elsewhere, 'Elders')
                    """,
                    new { row.Id, activity = activity.id, row.Begins, ends = row.Begins.AddHours(1), now, taken = row.IsFull ? 5 : 0, elsewhere });
                found.Add(row);
            }
        }

        return found;
    }

    private sealed record Found(Guid Id, DateTimeOffset Begins, string Postcode, string Dimension, string[] Drempels, bool IsFull);
}
