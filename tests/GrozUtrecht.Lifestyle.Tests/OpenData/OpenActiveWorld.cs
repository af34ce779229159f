using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Features.OpenData;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

/// <summary>What the tests of the open data need: aanbieders, activities and sessions in the database, and a reader of the feeds.</summary>
internal sealed class OpenActiveWorld(LifestyleFixture lifestyle)
{
    public const string SeriesFeed = "/open/openactive/session-series";
    public const string SessionsFeed = "/open/openactive/scheduled-sessions";
    public const string Walking = "95092977-5a20-4d6e-b312-8fddabe71544";

    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Guid> AanbiederAsync(
        string status = "geverifieerd", string soort = "initiatief", string naam = "Wandelclub De Plas", string? website = null)
    {
        var id = TestId.Guid();
        await ExecuteAsync(
            """
            INSERT INTO aanbieders (
              id, partner_id, version, soort, status, naam, omschrijving, website, gebieden, beoordeeld_op, aangemaakt_op, gewijzigd_op)
            VALUES (@id, @id, 1, @soort, @status, @naam, 'Wij wandelen.', @website, '{nieuwegein}', @Now, @Now, @Now)
            """,
            new { id, soort, status, naam, website, Now });
        return id;
    }

    public async Task<Guid> ActiviteitAsync(
        Guid? aanbiederId,
        string? concept = Walking,
        string status = "gepubliceerd",
        string naam = "Wandelen rond de plas",
        int prijsCenten = 0,
        string[]? drempels = null)
    {
        var id = TestId.Guid();
        await ExecuteAsync(
            """
            INSERT INTO activiteiten (
              id, partner_id, version, status, naam, omschrijving, dimensies, drempels, postcode, gebied, locatienaam, prijs_centen, capaciteit,
              aangemaakt_op, gewijzigd_op, gepubliceerd_op, ingetrokken_op, aanbieder_id, openactive_concept)
            VALUES (
              @id, @id, 1, @status, @naam, 'Een uur wandelen.', '{meedoen}', @drempels, '3431', 'nieuwegein', 'Buurthuis De Driehoek', @prijsCenten, 12,
              @Now, @Now, @Now, @Now, @aanbiederId, @concept)
            """,
            new { id, status, naam, prijsCenten, drempels = drempels ?? [], Now, aanbiederId, concept });
        return id;
    }

    public async Task<Guid> SessieAsync(
        Guid activiteitId, double hoursFromNow = 48, string soort = "regulier", string? postcode = null, string? locatienaam = null)
    {
        var id = TestId.Guid();
        await ExecuteAsync(
            """
            INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op, capaciteit, soort, postcode, locatienaam)
            VALUES (@id, @activiteitId, @begintOp, @eindigtOp, @Now, 12, @soort, @postcode, @locatienaam)
            """,
            new { id, activiteitId, begintOp = Now.AddHours(hoursFromNow), eindigtOp = Now.AddHours(hoursFromNow + 1), Now, soort, postcode, locatienaam });
        return id;
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>Runs the writer until nothing is left to do; the service's own rounds may be at it too.</summary>
    public Task WriteAsync(DateTimeOffset? now = null) => Eventually.Async(
        async () =>
        {
            await lifestyle.Services.GetRequiredService<OpenActiveWriter>().RunAsync(now ?? TimeProvider.System.GetUtcNow(), CancellationToken.None);
            await using var connection = await lifestyle.Database.OpenConnectionAsync();
            return await connection.ExecuteScalarAsync<int>("SELECT count(*)::int FROM openactive_wijzigingen WHERE NOT alleen_bezet") == 0;
        },
        Patience,
        "the writer of the feeds to be done");

    /// <summary>Every page from a place to the end, as a harvester reads them.</summary>
    public async Task<OpenActiveWalk> WalkAsync(string address)
    {
        using var client = lifestyle.CreateClient();
        var walk = new OpenActiveWalk(address);
        while (!walk.IsDone)
        {
            using var response = await client.GetAsync(walk.Next);
            response.EnsureSuccessStatusCode();
            walk.Read(await response.ReadObjectAsync());
        }

        return walk;
    }

    /// <summary>What the feed says of this item now; null when it is not in it.</summary>
    public async Task<JsonObject?> ItemAsync(string feed, Guid id) => (await WalkAsync(feed)).Last.GetValueOrDefault(id);
}

/// <summary>What a harvester has of a feed.</summary>
internal sealed class OpenActiveWalk(string from)
{
    public string Next { get; private set; } = from;

    public bool IsDone { get; private set; }

    public int Pages { get; private set; }

    public List<JsonObject> Items { get; } = [];

    /// <summary>Of every item what was said last.</summary>
    public Dictionary<Guid, JsonObject> Last { get; } = [];

    public void Read(JsonObject page)
    {
        Pages++;
        var items = page["items"]!.AsArray();
        foreach (var item in items)
        {
            Items.Add(item!.AsObject());
            Last[item["id"]!.GetValue<Guid>()] = item.AsObject();
        }

        var next = new Uri(page["next"]!.GetValue<string>()).PathAndQuery;
        IsDone = items.Count == 0;
        if (IsDone)
            Assert.Equal(Next, next);
        Next = next;
    }
}
