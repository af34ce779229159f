using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

[Collection(LifestyleService.Name)]
public sealed class DeelnameTests(LifestyleFixture lifestyle)
{
    [Fact]
    public async Task Who_registers_has_a_place_and_a_code_for_the_door()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);

        var deelname = await sessie.RegisterAsync();

        Assert.Equal("aangemeld", (string?)deelname["status"]);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{6}$", (string)deelname["code"]!);
        Assert.Equal((1, 1, 2), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task A_registration_is_told_without_saying_of_whom()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);

        var deelname = await sessie.RegisterAsync();

        var enrolled = await lifestyle.Events.FirstAsync<DeelnemerEnrolled>(told => told.DeelnameId == (Guid)deelname["id"]!);
        Assert.Equal((sessie.Id, sessie.ActivityId, "nieuwegein"), (enrolled.SessieId, enrolled.ActiviteitId, enrolled.Gebied));
    }

    [Fact]
    public async Task A_guest_registers_with_a_name_and_one_contact_and_is_the_same_guest_the_next_time()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 3);
        using var first = await sessie.AskAsync(new JsonObject { ["gast"] = Gast("Samira", "Samira@example.nl"), ["kanaal"] = "telefoon" });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        using var again = await sessie.AskAsync(new JsonObject { ["gast"] = Gast("Samira B", "samira@example.nl") });

        Assert.Equal("409 lifestyle.deelname.al-aangemeld", await again.ProblemAsync());
    }

    [Theory]
    [InlineData("06 1234567890123456789012")]
    [InlineData("geen contact")]
    [InlineData("a@b")]
    public async Task A_guest_who_cannot_be_reached_is_refused(string contact)
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        using var response = await sessie.AskAsync(new JsonObject { ["gast"] = Gast("Ali", contact) });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_name_that_holds_a_burgerservicenummer_is_refused()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        using var response = await sessie.AskAsync(new JsonObject { ["gast"] = Gast("Ali 111222333", "06-12345678") });
        Assert.Equal("422 lifestyle.tekst.bsn", await response.ProblemAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_is_a_person_or_a_guest(bool both)
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var body = both ? new JsonObject { ["persoonId"] = TestId.Guid(), ["gast"] = Gast("Ali", "06-12345678") } : [];
        using var response = await sessie.AskAsync(body);
        Assert.Equal("422 lifestyle.deelname.persoon-of-gast", await response.ProblemAsync());
    }

    [Fact]
    public async Task Nobody_takes_two_places()
    {
        var (sessie, person) = (await Sessie.WithPlacesAsync(lifestyle, 5), TestId.Guid());
        await sessie.RegisterAsync(person);
        using var again = await sessie.AskAsync(new JsonObject { ["persoonId"] = person });
        Assert.Equal("409 lifestyle.deelname.al-aangemeld", await again.ProblemAsync());
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_one_registration()
    {
        var (sessie, body, key) = (await Sessie.WithPlacesAsync(lifestyle, 5), new JsonObject { ["persoonId"] = TestId.Guid() }, TestId.Guid().ToString());

        var ids = new List<string?>();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{sessie.Address}/deelnames") { Content = new StringContent(body.ToJsonString(), null, "application/json") };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await sessie.Partner.SendAsync(request);
            ids.Add((string?)(await Sessie.OkAsync(response))["id"]);
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal((1, 1, 5), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task A_full_session_refuses_who_does_not_want_to_wait()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        await sessie.RegisterAsync();
        using var response = await sessie.AskAsync(new JsonObject { ["persoonId"] = TestId.Guid() });
        Assert.Equal("409 lifestyle.sessie.vol", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_session_that_began_takes_no_registrations_but_the_owners()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);
        await sessie.BeginsAsync(-5);

        using var late = await sessie.AskAsync(new JsonObject { ["persoonId"] = TestId.Guid() });
        using var door = await sessie.Owner.SendJsonAsync(HttpMethod.Post, $"{sessie.Address}/deelnames", new JsonObject { ["persoonId"] = TestId.Guid() });

        Assert.Equal("409 lifestyle.sessie.begonnen", await late.ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, door.StatusCode);
    }

    [Fact]
    public async Task A_volunteer_host_takes_no_place_and_is_registered_by_the_owner_only()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var host = new JsonObject { ["persoonId"] = TestId.Guid(), ["rol"] = "gastheer" };

        using var other = await sessie.AskAsync((JsonObject)host.DeepClone());
        using var own = await sessie.Owner.SendJsonAsync(HttpMethod.Post, $"{sessie.Address}/deelnames", host);

        Assert.Equal("422 lifestyle.deelname.gastheer-van-ander", await other.ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
        Assert.Equal((0, 0, 1), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task A_registration_exists_for_who_made_it_and_for_the_owner_who_does_not_see_the_code()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var deelname = await sessie.RegisterAsync();

        using var owner = await sessie.Owner.GetAsync($"/lifestyle/v1/deelnames/{deelname["id"]}");
        using var stranger = await lifestyle.Partner().GetAsync($"/lifestyle/v1/deelnames/{deelname["id"]}");
        using var list = await sessie.Partner.GetAsync($"{sessie.Address}/deelnames");

        Assert.Null((await Sessie.OkAsync(owner))["code"]);
        Assert.Equal("404 lifestyle.deelname.onbekend", await stranger.ProblemAsync());
        Assert.Equal("404 lifestyle.sessie.onbekend", await list.ProblemAsync());
        Assert.Single(await LifestyleFixture.ItemsAsync(sessie.Owner, $"{sessie.Address}/deelnames"));
    }

    [Fact]
    public async Task How_to_reach_a_guest_asks_a_scope_of_its_own()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        using var registered = await sessie.AskAsync(new JsonObject { ["gast"] = Gast("Samira", "06-12345678") });
        var address = $"/lifestyle/v1/deelnames/{(await Sessie.OkAsync(registered))["id"]}/gast";

        using var without = await sessie.Owner.GetAsync(address);
        using var with = await lifestyle.ClientFor(sessie.OwnerId, "lifestyle:lezen", "lifestyle:contactgegevens").GetAsync(address);

        Assert.Equal("403 toegang.scope-ontbreekt", await without.ProblemAsync());
        Assert.Equal("06-12345678", (string?)(await Sessie.OkAsync(with))["bereikbaarOp"]);
    }

    [Fact]
    public async Task The_database_itself_refuses_one_too_many()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        await sessie.RegisterAsync();
        await sessie.RegisterAsync();
        await using var connection = await lifestyle.Database.OpenConnectionAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(
            "UPDATE deelnames SET status = 'aangemeld' WHERE sessie_id = @id", new { id = sessie.Id }));

        Assert.Equal("never_more_people_than_places", refused.ConstraintName);
    }

    private static JsonObject Gast(string name, string contact) => new() { ["naam"] = name, ["bereikbaarOp"] = contact };
}
