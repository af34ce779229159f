using System.Net.Http.Json;
using System.Text.Json;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Http;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

[Collection(TijdbankCollection.Name)]
public sealed class UrenverklaringTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_statement_counts_what_was_signed_off_up_to_its_day_and_is_announced()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        await praktijk.HoursAsync(Praktijk.Monday.AddDays(2), 75);
        await praktijk.SignOffAsync();
        await praktijk.HoursAsync(Praktijk.Monday.AddDays(3), 999, confirmed: true);

        var (status, body) = await praktijk.IssueAsync(upTo: Praktijk.Monday.AddDays(1));
        Assert.Equal((201, 480), (status, body.GetProperty("duurMinuten").GetInt32()));
        var whole = await praktijk.IssueAsync(by: praktijk.Stage.Organisatie);
        Assert.Equal(555, whole.Body.GetProperty("duurMinuten").GetInt32());
        Assert.NotEqual(body.GetProperty("nummer").GetString(), whole.Body.GetProperty("nummer").GetString());

        var announced = await tijdbank.Events.FirstAsync<UrenverklaringAfgegeven>(item => item.UrenverklaringId == body.Id());
        Assert.Equal((praktijk.Stage.Student, 480), (announced.PersoonId, announced.DurationMinutes));
    }

    [Fact]
    public async Task A_statement_over_nothing_or_the_future_is_refused()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        await praktijk.HoursAsync(Praktijk.Monday, 480);
        var nothing = await praktijk.IssueAsync();
        Assert.Equal((409, "tijdbank.urenverklaring.geen-uren"), (nothing.Status, nothing.Body.Code()));
        var future = await praktijk.IssueAsync(upTo: Praktijk.Monday.AddDays(30));
        Assert.Equal((422, "tijdbank.urenverklaring.datum-in-toekomst"), (future.Status, future.Body.Code()));
        var manager = await praktijk.IssueAsync(by: praktijk.Beheer);
        Assert.Equal((403, "tijdbank.praktijkovereenkomst.geen-partij"), (manager.Status, manager.Body.Code()));
    }

    [Fact]
    public async Task Hours_on_a_statement_cannot_be_taken_back_until_it_is_withdrawn()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var hours = await praktijk.HoursAsync(Praktijk.Monday, 480);
        await praktijk.SignOffAsync();
        var (first, second) = ((await praktijk.IssueAsync()).Body.Id(), (await praktijk.IssueAsync()).Body.Id());
        using var organisatie = tijdbank.Partner(praktijk.Stage.Organisatie);
        Task<(int Status, JsonElement Body)> TakeBackAsync() => organisatie.SendAsync($"/urenregistraties/{hours}/terugboeking", """{"reden":"Verkeerde dag"}""");
        Task<(int Status, JsonElement Body)> WithdrawAsync(Guid id) => organisatie.SendAsync($"/urenverklaringen/{id}/intrekking", """{"reden":"Verkeerde dag"}""");

        Assert.Equal((409, "tijdbank.urenregistratie.al-verklaard"), await StatusAndCodeAsync(TakeBackAsync()));
        Assert.Equal(200, (await WithdrawAsync(first)).Status);
        Assert.Equal((409, "tijdbank.urenregistratie.al-verklaard"), await StatusAndCodeAsync(TakeBackAsync()));
        Assert.Equal(200, (await WithdrawAsync(second)).Status);
        Assert.Equal((409, "tijdbank.urenverklaring.ingetrokken"), await StatusAndCodeAsync(WithdrawAsync(second)));
        var takenBack = await TakeBackAsync();
        Assert.True(takenBack.Status == 200, takenBack.Body.ToString());
        Assert.Equal((409, "tijdbank.urenverklaring.geen-uren"), await StatusAndCodeAsync(praktijk.IssueAsync()));
    }

    [Fact]
    public async Task Anyone_can_see_whether_a_statement_holds_and_nothing_more()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var id = await praktijk.StatementAsync(480);
        using var stranger = tijdbank.CreateClient();
        using var school = tijdbank.Partner(praktijk.Stage.School);

        var before = await stranger.AskAsync($"/urenverklaringen/{id}/geldigheid");
        Assert.Equal((200, true), (before.Status, before.Body.GetProperty("geldig").GetBoolean()));
        await school.SendAsync($"/urenverklaringen/{id}/intrekking", """{"reden":"Fout geteld"}""");
        var after = await stranger.AskAsync($"/urenverklaringen/{id}/geldigheid");
        Assert.Equal((200, false), (after.Status, after.Body.GetProperty("geldig").GetBoolean()));
        Assert.DoesNotContain(praktijk.Stage.Student.ToString(), after.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Fout geteld", after.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(401, (await stranger.AskAsync($"/urenverklaringen/{id}")).Status);
        Assert.Equal(404, (await stranger.AskAsync($"/urenverklaringen/{TestId.Guid()}/geldigheid")).Status);
    }

    [Fact]
    public async Task A_foreign_partner_sees_no_statement()
    {
        var id = await (await Praktijk.OfAsync(tijdbank)).StatementAsync(480);
        using var stranger = tijdbank.Partner(TestId.Guid());
        foreach (var path in new[] { "", "/document", "/credential" })
        {
            var (status, body) = await stranger.AskAsync($"/urenverklaringen/{id}{path}");
            Assert.Equal((404, "tijdbank.urenverklaring.onbekend"), (status, body.Code()));
        }

        var withdrawal = await stranger.SendAsync($"/urenverklaringen/{id}/intrekking", """{"reden":"Zomaar"}""");
        Assert.Equal((404, "tijdbank.urenverklaring.onbekend"), (withdrawal.Status, withdrawal.Body.Code()));
    }

    [Fact]
    public async Task The_document_names_weeks_totals_and_where_to_check_and_is_the_same_each_time()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var id = await praktijk.StatementAsync(495);
        using var school = tijdbank.Partner(praktijk.Stage.School);
        var address = new Uri($"/tijdbank/v1/urenverklaringen/{id}/document", UriKind.Relative);
        using var response = await school.GetAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        var pdf = new ReadPdf(bytes);
        var text = string.Concat(pdf.Pages);
        Assert.StartsWith("Urenverklaring ", pdf.Title, StringComparison.Ordinal);
        Assert.Contains("8 uur en 15 minuten", text, StringComparison.Ordinal);
        Assert.Contains("Totaal\n8:15\n", text, StringComparison.Ordinal);
        Assert.Contains("B1-K1-W2 Stelt het plan op", text, StringComparison.Ordinal);
        Assert.Contains("A. de Vries", text, StringComparison.Ordinal);
        Assert.Contains($"{id}/geldigheid", text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(bytes, await school.GetByteArrayAsync(address));

        await school.SendAsync($"/urenverklaringen/{id}/intrekking", """{"reden":"Fout geteld"}""");
        Assert.Contains("INGETROKKEN", new ReadPdf(await school.GetByteArrayAsync(address)).Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_written_once()
    {
        var id = await (await Praktijk.OfAsync(tijdbank)).StatementAsync(480);
        foreach (var sql in new[]
        {
            "update urenverklaring set duur_minuten = 9 where id = $1 returning 1",
            "delete from urenverklaring where id = $1 returning 1",
            "delete from urenverklaring_regel where urenverklaring_id = $1 returning 1",
        })
        {
            await Assert.ThrowsAsync<PostgresException>(() => tijdbank.ScalarAsync<int>(sql, id));
        }
    }

    [Fact]
    public async Task Why_it_was_withdrawn_goes_when_the_student_goes_and_that_it_was_stays()
    {
        var praktijk = await Praktijk.OfAsync(tijdbank);
        var id = await praktijk.StatementAsync(480);
        using var school = tijdbank.Partner(praktijk.Stage.School);
        Assert.Equal(200, (await school.SendAsync($"/urenverklaringen/{id}/intrekking", """{"reden":"Fout geteld"}""")).Status);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(
            new PersoonVerwijderd { PersoonId = praktijk.Stage.Student, Version = 2, OpgetredenOp = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero) }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");

        Assert.True(await tijdbank.ScalarAsync<bool>("select reden is null from urenverklaring_intrekking where urenverklaring_id = $1", id));
        Assert.False((await school.AskAsync($"/urenverklaringen/{id}/geldigheid")).Body.GetProperty("geldig").GetBoolean());
        Assert.DoesNotContain("Vries", await DocumentTextAsync(school, id), StringComparison.Ordinal);
    }

    private static async Task<string> DocumentTextAsync(HttpClient client, Guid id) =>
        string.Concat(new ReadPdf(await client.GetByteArrayAsync(new Uri($"/tijdbank/v1/urenverklaringen/{id}/document", UriKind.Relative))).Pages);

    private static async Task<(int Status, string? Code)> StatusAndCodeAsync(Task<(int Status, JsonElement Body)> asked)
    {
        var (status, body) = await asked;
        return (status, body.Code());
    }
}
