using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Contact;

[Collection(SupportCollection.Name)]
public sealed class ContactTests(SupportFixture support)
{
    private const string Scope = "support:contactgegevens";

    [Fact]
    public async Task Each_side_sees_how_to_reach_the_other_and_each_look_is_remembered()
    {
        var it = await PlanAsync(Partner.Tomorrow);

        var seen = await LookAsync(it, "helper");
        Assert.Equal(("Mevrouw Jansen", "030 123 45 67"), (seen.GetProperty("naam").GetString(), seen.GetProperty("telefoon").GetString()));
        Assert.Equal("helper@voorbeeld.nl", (await LookAsync(it, "hulpvrager")).GetProperty("email").GetString());
        await LookAsync(it, "helper");

        var looks = await LooksAsync(it, it.Hulpvrager);
        Assert.Equal(["helper", "helper"], looks.Select(look => look.GetProperty("rol").GetString()));
        Assert.All(looks, look => Assert.Equal(it.AfspraakId, look.GetProperty("afspraakId").GetGuid()));
        Assert.Single(await LooksAsync(it, it.Helper));
    }

    [Fact]
    public async Task Before_both_said_yes_there_is_nothing_to_look_at()
    {
        var it = await PersonsAsync();
        var request = Partner.HulpvraagRequest(it.Hulpvrager, Partner.Tomorrow);
        request["zelfKiezen"] = true;
        var voorstelId = await it.Partner.ProposeAsync(await it.Partner.SubmitHulpvraagAsync(request), await it.Partner.RegisterHelperAsync(Partner.HelperRequest(it.Helper)));
        using var yes = await it.Partner.PostAsync($"/voorstellen/{voorstelId}/aanvaarding", null);
        Assert.Equal(HttpStatusCode.OK, yes.StatusCode);

        using var early = await TryLookAsync(it with { AfspraakId = voorstelId }, "helper");
        await early.ProblemAsync(404, "support.afspraak.onbekend");

        using var both = await it.Partner.PostAsync($"/voorstellen/{voorstelId}/instemming", new JsonObject { ["akkoord"] = true });
        var afspraak = Assert.Single((await it.Partner.ReadAsync("/afspraken")).GetProperty("items").EnumerateArray());
        await LookAsync(it with { AfspraakId = afspraak.GetProperty("id").GetGuid() }, "helper");
    }

    [Fact]
    public async Task Of_what_does_not_take_place_or_is_long_over_nothing_is_shown()
    {
        var cancelled = await PlanAsync(Partner.Tomorrow);
        using var answer = await cancelled.Partner.PostAsync(
            $"/afspraken/{cancelled.AfspraakId}/afmelding", new JsonObject { ["rol"] = "hulpvrager", ["code"] = "niet-meer-nodig" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var over = await PlanAsync(Partner.OneHourAgo.AddDays(-6));
        await LookAsync(over, "helper");
        await using (var connection = await support.Database.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("UPDATE afspraken SET begint_op = begint_op - interval '2 days' WHERE id = @AfspraakId", new { over.AfspraakId });
        }

        foreach (var it in new[] { cancelled, over })
        {
            using var refused = await TryLookAsync(it, "helper");
            await refused.ProblemAsync(409, "support.contact.niet-toegestaan");
        }

        Assert.Empty(await LooksAsync(cancelled, cancelled.Hulpvrager));
    }

    [Fact]
    public async Task Only_who_may_sees_or_changes_it_and_a_stranger_finds_nothing()
    {
        var it = await PlanAsync(Partner.Tomorrow);

        using var unscoped = await it.Partner.PostAsync($"/afspraken/{it.AfspraakId}/contactinzages", new JsonObject { ["rol"] = "helper" });
        await unscoped.ProblemAsync(403, "toegang.scope-ontbreekt");
        var stranger = support.NewPartner();
        var strange = it with { Partner = stranger, Client = support.ClientFor(stranger.Id, SupportFixture.Read, SupportFixture.Write, Scope) };
        using var foreign = await TryLookAsync(strange, "helper");
        await foreign.ProblemAsync(404, "support.afspraak.onbekend");
        Assert.Empty(await LooksAsync(strange, it.Hulpvrager));
    }

    [Fact]
    public async Task An_answer_with_contact_data_is_kept_nowhere()
    {
        var it = await PlanAsync(Partner.Tomorrow);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/support/v1/afspraken/{it.AfspraakId}/contactinzages")
        {
            Content = JsonContent.Create(new JsonObject { ["rol"] = "helper" }),
        };
        request.Headers.Add("Idempotency-Key", TestId.New());

        using var keyed = await it.Client.SendAsync(request);
        await keyed.ProblemAsync(400, "support.contact.antwoord-niet-bewaard");
        using var shown = await TryLookAsync(it, "helper");
        Assert.True(shown.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("{\"naam\":\"J\"}", 422, "support.contact.onbereikbaar")]
    [InlineData("{\"naam\":\"J 111222333\",\"telefoon\":\"0301234567\"}", 422, "support.tekst.bsn")]
    [InlineData("{\"naam\":\"\",\"telefoon\":\"0301234567\"}", 400, "verzoek.ongeldig")]
    [InlineData("{\"naam\":\"J\",\"telefoon\":\"bel maar\"}", 400, "verzoek.ongeldig")]
    [InlineData("{\"naam\":\"J\",\"email\":\"geen adres\"}", 400, "verzoek.ongeldig")]
    public async Task What_cannot_be_contact_data_is_refused(string body, int status, string code)
    {
        var it = await PersonsAsync();

        using var answer = await it.Client.SendJsonAsync(HttpMethod.Put, $"/support/v1/personen/{it.Helper}/contactgegevens", JsonNode.Parse(body));

        await answer.ProblemAsync(status, code);
    }

    [Fact]
    public async Task A_removed_person_is_forgotten_and_the_looks_are_still_counted()
    {
        var it = await PlanAsync(Partner.Tomorrow);
        await LookAsync(it, "helper");

        await support.PublishAsync(new PersoonVerwijderd { PersoonId = it.Hulpvrager, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });

        await using var connection = await support.Database.OpenConnectionAsync();
        await Eventually.Async(
            () => connection.ExecuteScalarAsync<bool>("SELECT NOT EXISTS (SELECT FROM contact.gegevens WHERE persoon_id = @Hulpvrager)", new { it.Hulpvrager }),
            what: "the erasure");
        Assert.Empty(await LooksAsync(it, it.Hulpvrager));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM contact.inzages WHERE partner_id = @Id", new { it.Partner.Id }));
        using var again = await SaveAsync(it.Client, it.Hulpvrager, new JsonObject { ["naam"] = "J", ["telefoon"] = "0301234567" });
        await again.ProblemAsync(422, "support.persoon.verwijderd");
    }

    [Fact]
    public async Task What_was_taken_away_is_not_shown_and_a_look_cannot_be_changed()
    {
        var it = await PlanAsync(Partner.Tomorrow);
        await LookAsync(it, "helper");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var gone = await it.Client.SendJsonAsync(HttpMethod.Delete, $"/support/v1/personen/{it.Hulpvrager}/contactgegevens", null);
            Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        }

        using var answer = await TryLookAsync(it, "helper");
        await answer.ProblemAsync(404, "support.contact.onbekend");
        Assert.Single(await LooksAsync(it, it.Hulpvrager));
        await using var connection = await support.Database.OpenConnectionAsync();
        string[] attempts =
        [
            "DELETE FROM contact.inzages WHERE partner_id = @Id", "UPDATE contact.inzages SET rol = 'hulpvrager' WHERE partner_id = @Id", "TRUNCATE contact.inzages",
        ];
        foreach (var sql in attempts)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, new { it.Partner.Id }));
            Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }
    }

    private async Task<Scene> PersonsAsync()
    {
        var partner = support.NewPartner();
        var client = support.ClientFor(partner.Id, SupportFixture.Read, SupportFixture.Write, Scope);
        var scene = new Scene(partner, client, TestId.Guid(), TestId.Guid(), Guid.Empty);
        using var helper = await SaveAsync(client, scene.Helper, new JsonObject { ["naam"] = "Ali", ["email"] = "helper@voorbeeld.nl" });
        using var hulpvrager = await SaveAsync(
            client, scene.Hulpvrager, new JsonObject { ["naam"] = "Mevrouw Jansen", ["telefoon"] = "030 123 45 67", ["adres"] = "Voorstraat 1" });
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (helper.StatusCode, hulpvrager.StatusCode));
        return scene;
    }

    private async Task<Scene> PlanAsync(DateTimeOffset begintOp)
    {
        var it = await PersonsAsync();
        var (_, _, afspraakId) = await it.Partner.PlanAsync(Partner.HulpvraagRequest(it.Hulpvrager, begintOp), Partner.HelperRequest(it.Helper));
        return it with { AfspraakId = afspraakId };
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, Guid persoonId, JsonNode body) =>
        client.SendJsonAsync(HttpMethod.Put, $"/support/v1/personen/{persoonId}/contactgegevens", body);

    private static Task<HttpResponseMessage> TryLookAsync(Scene it, string rol) =>
        it.Client.SendJsonAsync(HttpMethod.Post, $"/support/v1/afspraken/{it.AfspraakId}/contactinzages", new JsonObject { ["rol"] = rol });

    private static async Task<JsonElement> LookAsync(Scene it, string rol)
    {
        using var answer = await TryLookAsync(it, rol);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    private static async Task<JsonElement[]> LooksAsync(Scene it, Guid persoonId)
    {
        using var answer = await it.Client.GetAsync($"/support/v1/personen/{persoonId}/contactinzages");
        return [.. (await answer.BodyAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()];
    }

    private sealed record Scene(Partner Partner, HttpClient Client, Guid Helper, Guid Hulpvrager, Guid AfspraakId);
}
