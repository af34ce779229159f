using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class AanwezigheidTests(SupportFixture support)
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(2);

    [Fact]
    public void Who_is_not_in_the_register_is_absent_only_when_the_register_is_old_enough_to_know()
    {
        var (here, elsewhere) = (TestId.Guid(), TestId.Guid());

        Assert.Equal(Aanwezigheid.Aanwezig, Aanwezigheidsregel.Of(here, here, Now.AddSeconds(-1), Now, Validity));
        Assert.Equal(Aanwezigheid.Afwezig, Aanwezigheidsregel.Of(elsewhere, here, Now.AddSeconds(-1), Now, Validity));
        Assert.Equal(Aanwezigheid.Afwezig, Aanwezigheidsregel.Of(null, here, Now - Validity, Now, Validity));
        Assert.Equal(Aanwezigheid.Onbekend, Aanwezigheidsregel.Of(null, here, Now - Validity + TimeSpan.FromSeconds(1), Now, Validity));
        Assert.Equal(Aanwezigheid.Onbekend, Aanwezigheidsregel.Of(null, here, null, Now, Validity));
    }

    [Fact]
    public void A_buurt_is_absent_only_when_everybody_is()
    {
        Assert.Equal(Aanwezigheid.Aanwezig, Aanwezigheidsregel.OfAll([Aanwezigheid.Onbekend, Aanwezigheid.Aanwezig, Aanwezigheid.Afwezig]));
        Assert.Equal(Aanwezigheid.Onbekend, Aanwezigheidsregel.OfAll([Aanwezigheid.Afwezig, Aanwezigheid.Onbekend]));
        Assert.Equal(Aanwezigheid.Afwezig, Aanwezigheidsregel.OfAll([Aanwezigheid.Afwezig]));
        Assert.Equal(Aanwezigheid.Afwezig, Aanwezigheidsregel.OfAll([]));
    }

    [Fact]
    public async Task Who_gives_a_sign_of_life_is_present_until_it_expires()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var bilal = await partner.RegisterAsync(buurt);
        var redis = await ConnectedAsync();
        // A register of an hour old knows who is absent.
        await redis.StringSetAsync(
            Aanwezigheidsregister.SinceKey, BuurtPartner.Now.AddHours(-1).ToUnixTimeMilliseconds(), null, When.Always, CommandFlags.None);

        Assert.Equal("afwezig", await BuurtStatusAsync(partner, buurt));
        Assert.Equal("aanwezig", await SignAsync(partner, anna, buurt));
        var shown = await partner.ReadAsync($"/buurten/{buurt}/aanwezigheid");
        Assert.Equal("aanwezig", shown.GetProperty("status").GetString());
        Assert.Equal(
            new Dictionary<Guid, string?> { [anna] = "aanwezig", [bilal] = "afwezig" },
            shown.GetProperty("items").EnumerateArray().ToDictionary(
                item => item.GetProperty("buurtassistentId").GetGuid(), item => item.GetProperty("status").GetString()));
        var left = await redis.KeyTimeToLiveAsync(Aanwezigheidsregister.KeyOf(anna));
        Assert.InRange(left!.Value, TimeSpan.FromSeconds(60), Validity);

        // What Redis does at the end of that time.
        await redis.KeyDeleteAsync(Aanwezigheidsregister.KeyOf(anna));
        Assert.Equal("afwezig", await BuurtStatusAsync(partner, buurt));

        await SignAsync(partner, anna, buurt);
        using var gone = await partner.DeleteAsync($"/buurtassistenten/{anna}/aanwezigheid");
        await gone.BodyAsync(HttpStatusCode.OK);
        Assert.Equal("afwezig", await BuurtStatusAsync(partner, buurt));
    }

    [Fact]
    public async Task Presence_is_given_where_somebody_works_and_by_their_own_partner()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var other = await partner.CreateBuurtAsync("Oog in Al", "3533");

        using var elsewhere = await partner.PutAsync($"/buurtassistenten/{anna}/aanwezigheid", new JsonObject { ["buurtId"] = other });
        await elsewhere.ProblemAsync(422, "support.buurtassistent.andere-buurt");
        var stranger = new BuurtPartner(support);
        using var theirs = await stranger.PutAsync($"/buurtassistenten/{anna}/aanwezigheid", new JsonObject { ["buurtId"] = buurt });
        await theirs.ProblemAsync(404, "support.buurtassistent.onbekend");
        using var seen = await stranger.GetAsync($"/buurten/{buurt}/aanwezigheid");
        await seen.ProblemAsync(404, "support.buurt.onbekend");
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("")]
    public async Task Without_Redis_presence_is_unknown_and_the_answer_is_quick(string connection)
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        await using var without = support.WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:redis", connection));
        using var client = without.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", support.Issuer.Token(partner.Id, SupportFixture.Read, SupportFixture.Write, "support:buurtwerk"));
        var blind = new BuurtPartner(support, client, partner.Id);
        await blind.ReadAsync($"/buurten/{buurt}");

        var watch = Stopwatch.StartNew();
        for (var count = 0; count < 10; count++)
        {
            Assert.Equal("onbekend", await SignAsync(blind, anna, buurt));
            Assert.Equal("onbekend", await BuurtStatusAsync(blind, buurt));
        }

        // Far less than one connection attempt each, also on a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static async Task<string?> SignAsync(BuurtPartner partner, Guid assistent, Guid buurt)
    {
        using var answer = await partner.PutAsync($"/buurtassistenten/{assistent}/aanwezigheid", new JsonObject { ["buurtId"] = buurt });
        return (await answer.BodyAsync(HttpStatusCode.OK)).GetProperty("status").GetString();
    }

    private static async Task<string?> BuurtStatusAsync(BuurtPartner partner, Guid buurt) =>
        (await partner.ReadAsync($"/buurten/{buurt}/aanwezigheid")).GetProperty("status").GetString();

    private async Task<IDatabase> ConnectedAsync()
    {
        var connection = support.Services.GetRequiredService<RedisConnection>();
        await Eventually.Async(() => connection.Current is not null, what: "Support to reach Redis");
        return connection.Current!.GetDatabase();
    }
}
