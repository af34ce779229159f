using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class AccessTests(LifestyleFixture service)
{
    [Fact]
    public async Task The_draft_of_another_partner_does_not_exist()
    {
        using var owner = service.Partner();
        using var other = service.Partner();
        var address = await DraftedAsync(owner);
        using var added = await owner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1));

        using var read = await other.GetAsync(address);
        using var sessies = await other.GetAsync($"{address}/sessies");
        using var sessie = await other.GetAsync(added.Headers.Location);

        Assert.Equal("404 lifestyle.activiteit.onbekend", await read.ProblemAsync());
        Assert.Equal("404 lifestyle.activiteit.onbekend", await sessies.ProblemAsync());
        Assert.Equal("404 lifestyle.sessie.onbekend", await sessie.ProblemAsync());
    }

    [Fact]
    public async Task A_published_activity_is_there_for_everyone_to_read_and_only_for_its_owner_to_change()
    {
        using var owner = service.Partner();
        using var other = service.Partner();
        var address = await PublishedAsync(owner);

        using var read = await other.GetAsync(address);
        using var changed = await other.SendJsonAsync(HttpMethod.Put, address, NewActiviteit(), "\"2\"");
        using var withdrawn = await other.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"2\"");
        using var added = await other.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(5));

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.False((bool)(await read.ReadObjectAsync())["eigen"]!);
        Assert.Single(await ItemsAsync(other, $"{address}/sessies"));
        Assert.Equal("404 lifestyle.activiteit.onbekend", await changed.ProblemAsync());
        Assert.Equal("404 lifestyle.activiteit.onbekend", await withdrawn.ProblemAsync());
        Assert.Equal("404 lifestyle.activiteit.onbekend", await added.ProblemAsync());
    }

    [Fact]
    public async Task Reading_and_writing_each_ask_for_their_own_scope()
    {
        using var reader = service.ClientFor(TestId.Guid(), "lifestyle:lezen", "support:schrijven");
        using var writer = service.ClientFor(TestId.Guid(), "lifestyle:schrijven");

        using var written = await reader.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit());
        using var read = await writer.GetAsync(Activiteiten);

        Assert.Equal("403 toegang.scope-ontbreekt", await written.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await read.ProblemAsync());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_shown()
    {
        using var anonymous = service.CreateClient();

        using var response = await anonymous.GetAsync(Activiteiten);

        Assert.Equal("401 toegang.token-ontbreekt", await response.ProblemAsync());
    }
}
