using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Features.Onderwijs;
using GrozUtrecht.Tijdbank.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

[Collection(TijdbankCollection.Name)]
public sealed class PraktijkovereenkomstTests(TijdbankFixture tijdbank)
{
    private readonly Stage stage = new(tijdbank);

    [Fact]
    public async Task An_agreement_counts_once_the_other_side_has_signed()
    {
        var proposed = await stage.ProposeAsync();
        Assert.Equal((201, "voorgesteld"), (proposed.Status, proposed.Body.GetProperty("status").GetString()));

        var own = await stage.SignAsync(stage.School);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.eigen-voorstel"), (own.Status, own.Body.Code()));
        var signed = await stage.SignAsync(stage.Organisatie);
        Assert.Equal((200, "getekend"), (signed.Status, signed.Body.GetProperty("status").GetString()));
        var again = await stage.SignAsync(stage.Organisatie, version: 2);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.getekend"), (again.Status, again.Body.Code()));
        Assert.Equal(2L, await tijdbank.ScalarAsync<long>(
            "select count(distinct partner_id) from praktijkovereenkomst_ondertekening where praktijkovereenkomst_id = $1", stage.Id));
    }

    [Fact]
    public async Task A_partner_signs_only_the_version_it_has_read()
    {
        await stage.ProposeAsync();
        var changed = await stage.AsAsync(stage.School, HttpMethod.Put, "", Stage.Content.Replace("24000", "12000", StringComparison.Ordinal), 1);
        Assert.Equal(200, changed.Status);
        var old = await stage.SignAsync(stage.Organisatie, version: 1);
        Assert.Equal((412, "verzoek.versie-verouderd"), (old.Status, old.Body.Code()));
        var none = await stage.AsAsync(stage.Organisatie, HttpMethod.Post, "/ondertekening", null);
        Assert.Equal((428, "verzoek.versie-ontbreekt"), (none.Status, none.Body.Code()));
        Assert.Equal(200, (await stage.SignAsync(stage.Organisatie, version: 2)).Status);
    }

    [Fact]
    public async Task Who_changes_an_agreement_proposes_it_anew()
    {
        await stage.ProposeAsync();
        Assert.Equal(200, (await stage.AsAsync(stage.Organisatie, HttpMethod.Put, "", Stage.Content, 1)).Status);
        var own = await stage.SignAsync(stage.Organisatie, version: 2);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.eigen-voorstel"), (own.Status, own.Body.Code()));
        Assert.Equal(200, (await stage.SignAsync(stage.School, version: 2)).Status);
    }

    [Fact]
    public async Task A_signed_agreement_stands_whatever_code_tries()
    {
        await stage.SignedAsync();
        var changed = await stage.AsAsync(stage.School, HttpMethod.Put, "", Stage.Content, 2);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.getekend"), (changed.Status, changed.Body.Code()));

        await Assert.ThrowsAsync<PostgresException>(
            () => tijdbank.ScalarAsync<int>("update praktijkovereenkomst set uren_minuten = 60 where id = $1 returning 1", stage.Id));
        await Assert.ThrowsAsync<PostgresException>(
            () => tijdbank.ScalarAsync<int>("delete from praktijkovereenkomst_ondertekening where praktijkovereenkomst_id = $1 returning 1", stage.Id));
    }

    [Fact]
    public async Task Only_the_parties_and_who_manages_the_students_account_see_it()
    {
        await stage.SignedAsync();
        var (manager, viewer) = (TestId.Guid(), TestId.Guid());
        await tijdbank.AccountAsync(manager, persoonId: stage.Student);
        await tijdbank.AccountAsync(viewer, persoonId: stage.Student);

        Assert.Equal(200, (await stage.AsAsync(manager, HttpMethod.Get, "", null)).Status);
        foreach (var stranger in new[] { viewer, TestId.Guid() })
        {
            var answers = new[]
            {
                await stage.AsAsync(stranger, HttpMethod.Get, "", null),
                await stage.AsAsync(stranger, HttpMethod.Post, "/beeindiging", """{"reden":"Zomaar"}"""),
                await stage.SignAsync(stranger, version: 2),
            };
            Assert.All(answers, answer => Assert.Equal((404, "tijdbank.praktijkovereenkomst.onbekend"), (answer.Status, answer.Body.Code())));
        }

        var signing = await stage.SignAsync(manager, version: 2);
        Assert.Equal((403, "tijdbank.praktijkovereenkomst.geen-partij"), (signing.Status, signing.Body.Code()));
        using var client = tijdbank.Partner(manager);
        var listed = await client.AskAsync($"/praktijkovereenkomsten?persoonId={stage.Student}");
        Assert.Equal(stage.Id, Assert.Single(listed.Body.GetProperty("items").EnumerateArray()).Id());
    }

    [Fact]
    public async Task An_agreement_ends_once_with_a_reason()
    {
        await stage.ProposeAsync();
        const string Json = """{"reden":"De organisatie verhuist"}""";
        var early = await stage.AsAsync(stage.School, HttpMethod.Post, "/beeindiging", Json);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.niet-getekend"), (early.Status, early.Body.Code()));
        await stage.SignAsync(stage.Organisatie);

        var ended = await stage.AsAsync(stage.School, HttpMethod.Post, "/beeindiging", Json);
        Assert.Equal((200, "beeindigd"), (ended.Status, ended.Body.GetProperty("status").GetString()));
        var again = await stage.AsAsync(stage.School, HttpMethod.Post, "/beeindiging", Json);
        Assert.Equal((409, "tijdbank.praktijkovereenkomst.beeindigd"), (again.Status, again.Body.Code()));
    }

    [Theory]
    [InlineData("\"eindDatum\":\"2026-07-03\"", "\"eindDatum\":\"2026-02-01\"", 422, "tijdbank.praktijkovereenkomst.eind-voor-begin")]
    [InlineData("\"eindDatum\":\"2026-07-03\"", "\"eindDatum\":\"2036-07-03\"", 422, "tijdbank.praktijkovereenkomst.te-lang")]
    [InlineData("A. de Vries", "bsn 111222333", 422, "tijdbank.onderwijs.tekst-met-bsn")]
    [InlineData("B1-K1-W2 Stelt het plan op", "b1-k1-w1 onderkent problemen", 422, "tijdbank.praktijkovereenkomst.werkproces-dubbel")]
    [InlineData("B1-K1-W2 Stelt het plan op", "", 400, "verzoek.ongeldig")]
    [InlineData("\"25655\"", "\"2565\"", 400, "verzoek.ongeldig")]
    [InlineData("24000", "59", 400, "verzoek.ongeldig")]
    [InlineData("24000", "\"veel\"", 400, "verzoek.onleesbaar")]
    public async Task What_makes_no_sense_is_refused(string was, string becomes, int status, string code)
    {
        var answer = await stage.ProposeAsync(content: Stage.Content.Replace(was, becomes, StringComparison.Ordinal));
        Assert.Equal((status, code), (answer.Status, answer.Body.Code()));
    }

    [Fact]
    public async Task Who_is_no_party_cannot_propose()
    {
        var answer = await stage.ProposeAsync(by: TestId.Guid());
        Assert.Equal((422, "tijdbank.praktijkovereenkomst.niet-uw-overeenkomst"), (answer.Status, answer.Body.Code()));
    }

    [Fact]
    public async Task Names_go_when_the_student_goes_and_the_agreement_stays()
    {
        await stage.SignedAsync();
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(
            new PersoonVerwijderd { PersoonId = stage.Student, Version = 2, OpgetredenOp = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero) }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");

        var (status, body) = await stage.AsAsync(stage.School, HttpMethod.Get, "", null);
        Assert.Equal((200, false), (status, body.TryGetProperty("praktijkbegeleider", out _)));
        Assert.DoesNotContain("Vries", body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_go_five_years_after_the_end_and_not_a_day_before()
    {
        await stage.SignedAsync();
        var work = tijdbank.Services.GetRequiredService<Bewaartermijn>();
        await work.RunAsync(new(2031, 7, 3, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);
        Assert.Contains("Vries", (await stage.AsAsync(stage.School, HttpMethod.Get, "", null)).Body.ToString(), StringComparison.Ordinal);
        await work.RunAsync(new(2031, 7, 4, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);
        Assert.DoesNotContain("Vries", (await stage.AsAsync(stage.School, HttpMethod.Get, "", null)).Body.ToString(), StringComparison.Ordinal);
    }
}
