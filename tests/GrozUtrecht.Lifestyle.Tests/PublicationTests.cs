using System.Net;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class PublicationTests(LifestyleFixture service)
{
    [Fact]
    public async Task Publication_and_withdrawal_are_each_told_to_the_other_services_once()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        var address = await PublishedAsync(partner);
        using var withdrawn = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"2\"", key: "intrekken");
        using var again = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"2\"", key: "intrekken");

        var published = await service.Events.FirstAsync<ActiviteitPublished>(item => item.PartnerId == partnerId);
        var ended = await service.Events.FirstAsync<ActiviteitWithdrawn>(item => item.PartnerId == partnerId);

        Assert.EndsWith(published.ActiviteitId.ToString(), address, StringComparison.Ordinal);
        Assert.Equal(published.ActiviteitId, ended.ActiviteitId);
        Assert.Equal(("nieuwegein", 2L, 3L), (published.Gebied, published.Version, ended.Version));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        // A later event has arrived, so a second one of this activity would have arrived too.
        var laterPartnerId = TestId.Guid();
        using var later = service.Partner(laterPartnerId);
        var laterAddress = await PublishedAsync(later);
        using var laterWithdrawn = await later.SendJsonAsync(HttpMethod.Post, $"{laterAddress}/intrekking", null, "\"2\"");
        await service.Events.FirstAsync<ActiviteitWithdrawn>(item => item.PartnerId == laterPartnerId);
        Assert.Single(service.Events.All<ActiviteitPublished>(), item => item.Event.PartnerId == partnerId);
        Assert.Single(service.Events.All<ActiviteitWithdrawn>(), item => item.Event.PartnerId == partnerId);
    }

    [Fact]
    public async Task An_activity_without_a_session_to_come_is_not_published()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/publicatie", null, "\"1\"");

        Assert.Equal("409 lifestyle.activiteit.zonder-sessie", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_published_activity_is_not_published_twice()
    {
        using var partner = service.Partner();
        var address = await PublishedAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/publicatie", null, "\"2\"");

        Assert.Equal("409 lifestyle.activiteit.al-gepubliceerd", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_draft_cannot_be_withdrawn()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"1\"");

        Assert.Equal("409 lifestyle.activiteit.niet-gepubliceerd", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_withdrawn_activity_comes_back_with_a_new_moment_of_publication()
    {
        using var partner = service.Partner();
        var address = await PublishedAsync(partner);
        using var withdrawn = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"2\"");

        using var back = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/publicatie", null, "\"3\"");

        Assert.NotNull((await withdrawn.ReadObjectAsync())["ingetrokkenOp"]);
        var activiteit = await back.ReadObjectAsync();
        Assert.Equal("gepubliceerd", (string?)activiteit["status"]);
        Assert.Null(activiteit["ingetrokkenOp"]);
    }
}
