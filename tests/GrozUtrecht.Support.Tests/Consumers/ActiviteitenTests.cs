using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Consumers;

/// <summary>What OpenActive has no word for stands in HSDS, as Lifestyle told it last.</summary>
[Collection(SupportCollection.Name)]
public sealed class ActiviteitenTests(SupportFixture support)
{
    private readonly Guid activiteitId = TestId.Guid();
    private readonly Guid aanbiederId = TestId.Guid();
    private readonly Guid partnerId = TestId.Guid();

    [Fact]
    public async Task A_published_activity_without_a_word_in_OpenActive_is_a_service_in_hsds()
    {
        await PublishAsync(2, Cooking());

        var service = (await ServiceAsync())!;
        Assert.Equal("Samen koken", service["name"]!.GetValue<string>());
        Assert.Equal("Kookclub", service["organization"]!["name"]!.GetValue<string>());
        Assert.Equal(aanbiederId, service["organization_id"]!.GetValue<Guid>());
        Assert.Equal(3.5m, service["cost_options"]![0]!["amount"]!.GetValue<decimal>());
        var address = service["service_at_locations"]![0]!["location"]!["addresses"]![0]!;
        Assert.Equal(("3431", "Nieuwegein"), (address["postal_code"]!.GetValue<string>(), address["city"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_has_a_word_or_no_verified_aanbieder_is_not_told_here()
    {
        await PublishAsync(2, Cooking() with { OpenActiveConcept = "95092977-5a20-4d6e-b312-8fddabe71544" });
        Assert.Null(await ServiceAsync());
        await ChangeAsync(3, Cooking() with { AanbiederNaam = null });
        Assert.Null(await ServiceAsync());
        await ChangeAsync(4, Cooking());
        Assert.NotNull(await ServiceAsync());
    }

    [Fact]
    public async Task An_entry_ends_when_its_activity_is_withdrawn_or_gets_a_word_and_comes_back_with_it()
    {
        await PublishAsync(2, Cooking());
        await WithdrawAsync(3);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"services/{activiteitId}"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"organizations/{aanbiederId}"));

        await PublishAsync(4, Cooking());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"services/{activiteitId}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"organizations/{aanbiederId}"));

        await ChangeAsync(5, Cooking() with { OpenActiveConcept = "95092977-5a20-4d6e-b312-8fddabe71544" });
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"services/{activiteitId}"));
    }

    [Fact]
    public async Task An_older_message_that_arrives_later_changes_nothing()
    {
        await WithdrawAsync(5);
        await PublishAsync(4, Cooking());
        Assert.Null(await ServiceAsync());

        await PublishAsync(6, Cooking() with { Naam = "Nieuwe naam" });
        await ChangeAsync(5, Cooking());
        Assert.Equal("Nieuwe naam", (await ServiceAsync())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_message_twice_is_once()
    {
        var messageId = TestId.Guid();
        await PublishAsync(2, Cooking(), messageId);
        var first = (await ServiceAsync())!.ToJsonString();
        await support.PublishAsync(Published(2, Cooking()), messageId);
        await PublishAsync(2, Cooking());
        Assert.Equal(first, (await ServiceAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_changed_name_place_or_aanbieder_is_told()
    {
        var other = TestId.Guid();
        await PublishAsync(2, Cooking());
        await ChangeAsync(3, Cooking() with
        {
            Naam = "K",
            Locatienaam = "Wijkcentrum",
            Postcode = "3526",
            PrijsCenten = 0,
            AanbiederId = other,
            AanbiederNaam = "Eetclub",
        });

        var service = (await ServiceAsync())!;
        Assert.Equal("Activiteit K", service["name"]!.GetValue<string>());
        Assert.Equal("Eetclub", service["organization"]!["name"]!.GetValue<string>());
        Assert.Equal("Wijkcentrum", service["service_at_locations"]![0]!["location"]!["name"]!.GetValue<string>());
        Assert.Equal("Gratis", service["fees_description"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"organizations/{aanbiederId}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"organizations/{other}"));
    }

    [Fact]
    public async Task The_organisation_stays_while_it_has_something_else_to_offer()
    {
        await PublishAsync(2, Cooking());
        await SendAsync(Published(2, Cooking()) with { ActiviteitId = TestId.Guid() });
        await WithdrawAsync(3);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"organizations/{aanbiederId}"));
    }

    private ActiviteitFeiten Cooking() => new()
    {
        Naam = "Samen koken",
        Omschrijving = new string('x', 2_500),
        Postcode = "3431",
        Locatienaam = "Buurthuis De Driehoek",
        PrijsCenten = 350,
        Drempels = ["rolstoeltoegankelijk", "kind-welkom"],
        Dimensies = ["meedoen", "lichaamsfuncties"],
        AanbiederId = aanbiederId,
        AanbiederNaam = "Kookclub",
    };

    private ActiviteitPublished Published(long version, ActiviteitFeiten feiten) => new()
    {
        ActiviteitId = activiteitId,
        Version = version,
        PartnerId = partnerId,
        Gebied = "nieuwegein",
        Feiten = feiten,
        OpgetredenOp = TimeProvider.System.GetUtcNow(),
    };

    private Task PublishAsync(long version, ActiviteitFeiten feiten, Guid? messageId = null) => SendAsync(Published(version, feiten), messageId);

    private Task ChangeAsync(long version, ActiviteitFeiten feiten) => SendAsync(new ActiviteitChanged
    {
        ActiviteitId = activiteitId,
        Version = version,
        PartnerId = partnerId,
        Gebied = "nieuwegein",
        Feiten = feiten,
        OpgetredenOp = TimeProvider.System.GetUtcNow(),
    });

    private Task WithdrawAsync(long version) => SendAsync(new ActiviteitWithdrawn
    {
        ActiviteitId = activiteitId,
        Version = version,
        PartnerId = partnerId,
        Gebied = "nieuwegein",
        OpgetredenOp = TimeProvider.System.GetUtcNow(),
    });

    // Waits until the message was taken, also when it changed nothing.
    private async Task SendAsync<TEvent>(TEvent told, Guid? messageId = null)
        where TEvent : class
    {
        var id = messageId ?? TestId.Guid();
        await support.PublishAsync(told, id);
        await Eventually.Async(
            async () =>
            {
                await using var connection = await support.Database.OpenConnectionAsync();
                return await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM platform.inbox WHERE message_id = @id)", new { id });
            },
            what: $"{typeof(TEvent).Name} to be taken");
    }

    private async Task<JsonObject?> ServiceAsync()
    {
        using var client = support.CreateClient();
        using var response = await client.GetAsync($"/open/hsds/services/{activiteitId}");
        return response.IsSuccessStatusCode ? await response.ReadObjectAsync() : null;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var client = support.CreateClient();
        using var response = await client.GetAsync($"/open/hsds/{path}");
        return response.StatusCode;
    }
}
