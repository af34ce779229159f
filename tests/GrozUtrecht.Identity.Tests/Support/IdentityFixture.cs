using System.Net.Http.Headers;
using System.Text;
using GrozUtrecht.Identity.Features.Clients;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Identity.Tests.Support;

/// <summary>Identity as it runs, with a clock that tests can move.</summary>
public class IdentityFixture() : ServiceFixture<Program>("identity")
{
    public const string Address = "http://partners.example/identity";
    public const string DevelopmentSecret = "een-geheim-voor-ontwikkelaars";
    public const string DevelopmentClient = "ontwikkel-partner";
    public const string Passphrase = "een lange wachtzin voor de sleutels";

    public ShiftedClock Clock { get; } = new();

    protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Identity:Issuer", Address),
        ("Identity:SigningKeyPassphrase", Passphrase),
        ("Identity:DevelopmentClientSecret", DevelopmentSecret),
    ];

    /// <summary>Someone who may register partners and clients.</summary>
    public HttpClient Manager() => ClientFor(TestId.Guid(), "identity:lezen", "identity:schrijven", "identity:beheren");

    /// <summary>A partner's program, registered for this test.</summary>
    internal async Task<Client> RegisterClientAsync(string[] scopes, object[]? sleutels = null)
    {
        using var manager = Manager();
        var partner = await manager.PostForAsync<Dictionary<string, object>>("/identity/v1/partners", new { naam = "Buurtteam" });
        return await manager.PostForAsync<Client>($"/identity/v1/partners/{partner["id"]}/clients", new { naam = "Koppeling", scopes, sleutels });
    }

    /// <summary>The secret of a client, asked for as a partner would.</summary>
    public async Task<string> IssueSecretAsync(string clientId, int overlapMinuten = 0)
    {
        using var manager = Manager();
        var geheim = await manager.PostForAsync<Geheim>($"/identity/v1/clients/{clientId}/geheimen", new { overlapMinuten });
        return geheim.ClientSecret;
    }

    /// <summary>A registered client with its secret.</summary>
    public async Task<(string ClientId, string Secret)> NewClientAsync(params string[] scopes)
    {
        var client = await RegisterClientAsync(scopes);
        return (client.ClientId, await IssueSecretAsync(client.ClientId));
    }

    public Task<OAuthAnswer> RequestTokenAsync(string clientId, string secret, params (string Name, string Value)[] fields) =>
        SendFormAsync("/identity/connect/token", Basic(clientId, secret), [("grant_type", "client_credentials"), .. fields]);

    public Task<OAuthAnswer> RequestTokenAsync(string assertion, params (string Name, string Value)[] fields) =>
        SendFormAsync(
            "/identity/connect/token",
            null,
            [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", assertion),
                .. fields,
            ]);

    public Task<OAuthAnswer> RevokeTokenAsync(string clientId, string secret, string token) =>
        SendFormAsync("/identity/connect/revocation", Basic(clientId, secret), [("token", token)]);

    public async Task<OAuthAnswer> SendFormAsync(string path, AuthenticationHeaderValue? authorization, IEnumerable<(string Name, string Value)> fields)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = authorization;
        return await OAuthAnswer.ReadAsync(await client.SendAsync(request));
    }

    public static AuthenticationHeaderValue Basic(string clientId, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{secret}")));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
