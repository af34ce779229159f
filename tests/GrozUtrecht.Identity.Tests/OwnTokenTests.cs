using System.Net;
using GrozUtrecht.Identity.Tests.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Identity.Tests;

/// <summary>Identity as its own authority, the way it runs by default: it starts before anyone can ask it for its keys.</summary>
public sealed class OwnTokenTests(OwnTokenTests.Fixture identity) : IClassFixture<OwnTokenTests.Fixture>
{
    [Fact]
    public async Task Identity_accepts_the_tokens_that_it_issued()
    {
        var answer = await identity.RequestTokenAsync(IdentityFixture.DevelopmentClient, IdentityFixture.DevelopmentSecret, ("scope", "identity:lezen"));
        using var client = identity.ClientWith(answer.Token);

        using var read = await client.GetAsync("/identity/v1/personen");
        using var managed = await client.GetAsync("/identity/v1/partners");

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, managed.StatusCode);
    }

    public sealed class Fixture : IdentityFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Authentication:Authority", "http://localhost/identity");
            builder.ConfigureServices(services => services.Configure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme, options => options.BackchannelHttpHandler = Server.CreateHandler()));
        }
    }
}
