using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

[Collection(TijdbankCollection.Name)]
public sealed class AftekeningTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_week_is_signed_off_and_what_does_not_count_is_named()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        await praktijk.HoursAsync(Praktijk.Monday.AddDays(6), 60);
        await praktijk.HoursAsync(Praktijk.Monday.AddDays(7), 30);
        var open = await praktijk.HoursAsync(Praktijk.Monday.AddDays(1), 90, confirmed: false);
        var other = await praktijk.HoursAsync(Praktijk.Monday.AddDays(2), 90, "vrijwilligerswerk");
        var elsewhere = await praktijk.HoursAsync(Praktijk.Monday.AddDays(3), 90, voor: TestId.Guid());

        var (status, body) = await praktijk.SignOffAsync(werkprocessen: """["B1-K1-W1 Onderkent problemen"]""");

        Assert.Equal((201, 540), (status, body.GetProperty("duurMinuten").GetInt32()));
        Assert.Equal(
            new[] { (open, "niet-bevestigd"), (other, "andere-urensoort"), (elsewhere, "andere-organisatie") }.Order(),
            body.GetProperty("overgeslagen").EnumerateArray()
                .Select(item => (item.GetProperty("urenregistratieId").GetGuid(), item.GetProperty("reden").GetString()!)).Order());
    }

    [Fact]
    public async Task Hours_are_signed_off_once_and_later_ones_by_a_second_sign_off()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        Assert.Equal(201, (await praktijk.SignOffAsync()).Status);
        var again = await praktijk.SignOffAsync();
        Assert.Equal((409, "tijdbank.aftekening.geen-uren"), (again.Status, again.Body.Code()));

        await praktijk.HoursAsync(Praktijk.Monday.AddDays(1), 45);
        var second = await praktijk.SignOffAsync();
        Assert.Equal((201, 45), (second.Status, second.Body.GetProperty("duurMinuten").GetInt32()));
        var list = await praktijk.Stage.AsAsync(praktijk.Stage.School, HttpMethod.Get, "/aftekeningen", null);
        Assert.Equal([480, 45], list.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("duurMinuten").GetInt32()));
    }

    [Fact]
    public async Task Many_sign_offs_at_once_sign_each_hour_once()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => praktijk.SignOffAsync()));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[201, 409]));
    }

    [Fact]
    public async Task Only_the_organisation_signs_off()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        var school = await praktijk.SignOffAsync(by: praktijk.Stage.School);
        Assert.Equal((403, "tijdbank.aftekening.niet-de-organisatie"), (school.Status, school.Body.Code()));
        var manager = await praktijk.SignOffAsync(by: praktijk.Beheer);
        Assert.Equal((403, "tijdbank.praktijkovereenkomst.geen-partij"), (manager.Status, manager.Body.Code()));
        var stranger = await praktijk.SignOffAsync(by: TestId.Guid());
        Assert.Equal((404, "tijdbank.praktijkovereenkomst.onbekend"), (stranger.Status, stranger.Body.Code()));
    }

    [Fact]
    public async Task A_week_that_makes_no_sense_is_refused()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var tuesday = await praktijk.SignOffAsync(week: Praktijk.Monday.AddDays(1));
        Assert.Equal((422, "tijdbank.aftekening.geen-maandag"), (tuesday.Status, tuesday.Body.Code()));
        var unknown = await praktijk.SignOffAsync(werkprocessen: """["Koffie halen"]""");
        Assert.Equal((422, "tijdbank.aftekening.werkproces-onbekend"), (unknown.Status, unknown.Body.Code()));
        var empty = await praktijk.SignOffAsync();
        Assert.Equal((409, "tijdbank.aftekening.geen-uren"), (empty.Status, empty.Body.Code()));
    }

    [Fact]
    public async Task Before_both_have_signed_nothing_is_signed_off()
    {
        var stage = new Stage(tijdbank);
        await stage.ProposeAsync();
        var early = await stage.AsAsync(stage.Organisatie, HttpMethod.Post, "/aftekeningen", $$"""{"weekBeginDatum":"{{Praktijk.Monday:yyyy-MM-dd}}"}""");
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.niet-getekend"), (early.Status, early.Body.Code()));
    }

    [Fact]
    public async Task After_an_early_ending_hours_up_to_that_day_are_signed_off()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        Assert.Equal(200, (await praktijk.Stage.AsAsync(praktijk.Stage.School, HttpMethod.Post, "/beeindiging", """{"reden":"Andere opleiding"}""")).Status);
        var signedOff = await praktijk.SignOffAsync();
        Assert.Equal((201, 480), (signedOff.Status, signedOff.Body.GetProperty("duurMinuten").GetInt32()));
    }

    [Fact]
    public async Task The_database_refuses_hours_that_code_would_have_let_through()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        var aftekening = (await praktijk.SignOffAsync()).Body.Id();
        foreach (var wrong in new[]
        {
            await praktijk.HoursAsync(Praktijk.Monday.AddDays(1), 60, confirmed: false),
            await praktijk.HoursAsync(Praktijk.Monday.AddDays(2), 60, "vrijwilligerswerk"),
            await praktijk.HoursAsync(Praktijk.Monday.AddDays(7), 60),
            await praktijk.HoursAsync(Praktijk.Begin.AddDays(-1), 60),
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => tijdbank.ScalarAsync<int>(
                """
                insert into urenaftekening_regel (urenregistratie_id, urenaftekening_id, uitgevoerd_datum, duur_minuten)
                select id, $2, uitgevoerd_datum, duur_minuten from urenregistratie where id = $1 returning 1
                """,
                wrong, aftekening));
            Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        }

        await Assert.ThrowsAsync<PostgresException>(
            () => tijdbank.ScalarAsync<int>("update urenaftekening set duur_minuten = 9 where id = $1 returning 1", aftekening));
    }
}
