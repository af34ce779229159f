using System.Net;
using GrozUtrecht.Identity.Features.Clients;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity.Tests;

public sealed class SettingsTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Theory]
    [InlineData("Production", "Identity:DevelopmentClientSecret", IdentityFixture.DevelopmentSecret)]
    [InlineData("Development", "Identity:DevelopmentClientSecret", "te-kort")]
    [InlineData("Development", "Identity:SigningKeyPassphrase", "te-kort")]
    [InlineData("Development", "Identity:Issuer", "geen adres")]
    [InlineData("Development", "Identity:Issuer", "https://partners.example/identity/")]
    [InlineData("Development", "Identity:KeyLeadMinutes", "1")]
    public void It_refuses_to_start_with_a_setting_that_is_wrong(string environment, string key, string value)
    {
        using var wrong = identity.WithWebHostBuilder(builder => builder.UseEnvironment(environment).UseSetting(key, value));

        var failure = Assert.Throws<OptionsValidationException>(() => wrong.Services);

        Assert.Contains(key.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_development_clients_belong_to_two_partners()
    {
        var first = await identity.RequestTokenAsync("ontwikkel-partner", IdentityFixture.DevelopmentSecret);
        var second = await identity.RequestTokenAsync("ontwikkel-partner-2", IdentityFixture.DevelopmentSecret);

        var one = await Validator.ValidateAsync(identity, first.Token);
        var two = await Validator.ValidateAsync(identity, second.Token);
        Assert.NotEqual(one.Claims["partner_id"], two.Claims["partner_id"]);
        Assert.Contains("identity:beheren", first.Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_development_secret_follows_the_configuration()
    {
        const string Other = "een-ander-geheim-voor-ontwikkelaars";
        await SeedAsync(Other);
        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync("ontwikkel-partner", Other)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await identity.RequestTokenAsync("ontwikkel-partner", IdentityFixture.DevelopmentSecret)).Status);

        await SeedAsync(IdentityFixture.DevelopmentSecret);
        Assert.Equal(HttpStatusCode.OK, (await identity.RequestTokenAsync("ontwikkel-partner", IdentityFixture.DevelopmentSecret)).Status);
    }

    [Fact]
    public async Task Without_a_development_secret_nothing_is_seeded()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var empty = database.CreateDataSource();
        var seeds = new DevelopmentClients(empty, Options.Create(new IdentitySettings()), identity.Clock);

        // There are no tables: the least that it did would fail.
        await seeds.StartAsync(CancellationToken.None);
    }

    private Task SeedAsync(string secret) => new DevelopmentClients(
        identity.Database,
        Options.Create(new IdentitySettings { DevelopmentClientSecret = secret }),
        identity.Clock).StartAsync(CancellationToken.None);
}
