using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Matching;

[Collection(SupportCollection.Name)]
public sealed class MatchingregelsTests(SupportFixture support)
{
    private const string Path = "/support/v1/matchingregels/utrecht-oost";

    [Fact]
    public async Task Nobody_changed_them_yet_means_version_0()
    {
        using var client = Admin(TestId.Guid());
        using var answer = await client.GetAsync(Path);

        var body = await answer.BodyAsync(HttpStatusCode.OK);
        Assert.Equal("\"0\"", answer.Headers.ETag!.Tag);
        Assert.Equal((0, 25), (body.GetProperty("versie").GetInt64(), body.GetProperty("gewichten").GetProperty("afstand").GetInt32()));
    }

    [Fact]
    public async Task A_change_changes_scores_and_leaves_old_proposals_and_versions_as_they_were()
    {
        var partner = support.NewPartner();
        var (asked, other) = (await partner.RegisterHelperAsync(), await partner.RegisterHelperAsync());
        var hulpvraagId = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));
        await partner.ProposeAsync(hulpvraagId, asked);
        var before = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{asked}");
        using var client = Admin(partner.Id);

        using var first = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"0\"");
        await first.BodyAsync(HttpStatusCode.OK);
        Assert.Equal("\"1\"", first.Headers.ETag!.Tag);
        Assert.Equal((100, 1), Score(await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{other}")));
        using var second = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(eerderGoed: 100), "\"1\"");
        await second.BodyAsync(HttpStatusCode.OK);
        Assert.Equal((0, 2), Score(await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{other}")));

        var after = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/kandidaten/{asked}");
        Assert.Equal(before.ToString(), after.ToString());
        Assert.Equal(0, after.GetProperty("regelsVersie").GetInt64());
        var versions = await partner.ReadAsync("/matchingregels/utrecht-oost/versies?limit=1");
        var next = await partner.ReadAsync($"/matchingregels/utrecht-oost/versies?limit=1&cursor={versions.GetProperty("volgende").GetString()}");
        Assert.Equal([2L, 1L], new[] { versions, next }.Select(page => page.GetProperty("items")[0].GetProperty("versie").GetInt64()));
    }

    [Fact]
    public async Task They_count_in_their_own_area_and_for_their_own_partner_only()
    {
        var (partner, other) = (support.NewPartner(), support.NewPartner());
        using var client = Admin(partner.Id);
        using var changed = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"0\"");
        await changed.BodyAsync(HttpStatusCode.OK);

        Assert.Equal(0, (await partner.ReadAsync("/matchingregels/overvecht")).GetProperty("versie").GetInt64());
        Assert.Equal(0, (await partner.ReadAsync("/matchingregels/overig")).GetProperty("versie").GetInt64());
        Assert.Equal(0, (await other.ReadAsync("/matchingregels/utrecht-oost")).GetProperty("versie").GetInt64());
    }

    [Fact]
    public async Task Of_changes_of_the_same_version_at_once_one_counts()
    {
        using var client = Admin(TestId.Guid());

        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"0\"");
            return answer.StatusCode;
        }));

        Assert.Single(statuses, HttpStatusCode.OK);
        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Bad_input_is_refused()
    {
        using var client = Admin(TestId.Guid());
        using var sum = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 99), "\"0\"");
        await sum.ProblemAsync(422, "support.matchingregels.som-ongeldig");
        using var negative = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 101, eerderGoed: -1), "\"0\"");
        await negative.ProblemAsync(400, "verzoek.ongeldig");
        using var noWeights = await client.SendJsonAsync(HttpMethod.Put, Path, new JsonObject { ["maximumKeerGevraagdPerWeek"] = 5 }, "\"0\"");
        Assert.Equal(HttpStatusCode.BadRequest, noWeights.StatusCode);
        var often = Regels(nieuwkomer: 100);
        often["maximumKeerGevraagdPerWeek"] = 21;
        using var tooOften = await client.SendJsonAsync(HttpMethod.Put, Path, often, "\"0\"");
        await tooOften.ProblemAsync(400, "verzoek.ongeldig");
        using var noVersion = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), null);
        await noVersion.ProblemAsync(428, "verzoek.versie-ontbreekt");
        using var stale = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"7\"");
        await stale.ProblemAsync(412, "verzoek.versie-verouderd");
        using var nowhere = await client.SendJsonAsync(HttpMethod.Put, "/support/v1/matchingregels/atlantis", Regels(nieuwkomer: 100), "\"0\"");
        await nowhere.ProblemAsync(404, "support.matchingregels.gebied-onbekend");
    }

    [Fact]
    public async Task Only_who_administers_may_change_them()
    {
        using var client = support.ClientFor(TestId.Guid(), SupportFixture.Read, SupportFixture.Write);

        using var answer = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"0\"");

        await answer.ProblemAsync(403, "toegang.scope-ontbreekt");
    }

    [Fact]
    public async Task A_version_can_be_neither_changed_nor_taken_away()
    {
        var partnerId = TestId.Guid();
        using var client = Admin(partnerId);
        using var changed = await client.SendJsonAsync(HttpMethod.Put, Path, Regels(nieuwkomer: 100), "\"0\"");
        await changed.BodyAsync(HttpStatusCode.OK);
        await using var connection = await support.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

        foreach (var sql in new[] { "UPDATE matchingregels SET afstand = afstand WHERE partner_id = @partnerId", "DELETE FROM matchingregels WHERE partner_id = @partnerId" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, new { partnerId }));
            Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }
    }

    private HttpClient Admin(Guid partnerId) => support.ClientFor(partnerId, SupportFixture.Read, SupportFixture.Write, "support:beheren");

    private static JsonObject Regels(int nieuwkomer = 0, int eerderGoed = 0) => new()
    {
        ["gewichten"] = new JsonObject
        {
            ["afstand"] = 0,
            ["tijd"] = 0,
            ["vaardigheden"] = 0,
            ["taal"] = 0,
            ["eerderGoed"] = eerderGoed,
            ["laatstGevraagd"] = 0,
            ["belasting"] = 0,
            ["nieuwkomer"] = nieuwkomer,
        },
        ["maximumKeerGevraagdPerWeek"] = 5,
    };

    private static (int Score, long Version) Score(JsonElement waarom) => (waarom.GetProperty("score").GetInt32(), waarom.GetProperty("regelsVersie").GetInt64());
}
