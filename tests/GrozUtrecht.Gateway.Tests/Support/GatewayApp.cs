using System.Net.Http.Headers;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.Gateway.Tests.Support;

/// <summary>The gateway as it runs, on Kestrel, with all services at one address unless a test says otherwise.</summary>
internal sealed class GatewayApp : WebApplicationFactory<Program>
{
    private static readonly string[] ServiceNames = ["support", "tijdbank", "lifestyle", "vitaal-werken", "identity"];

    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal)
    {
        ["Authentication:Authority"] = "http://127.0.0.1:1/identity",
        ["ConnectionStrings:redis"] = "",
        ["urls"] = "http://127.0.0.1:0",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:GrozUtrecht"] = "Information",
    };

    public GatewayApp(string serviceAddress)
    {
        foreach (var service in ServiceNames)
        {
            settings[$"services:{service}:http:0"] = serviceAddress;
        }

        // UseKestrel with a port sets it while the program may already be starting; a setting is there before it starts.
        UseKestrel(_ => { });
    }

    public CapturedLog Log { get; } = new();

    public TimeProvider? Clock { get; init; }

    public GatewayApp With(string key, string? value)
    {
        settings[key] = value;
        return this;
    }

    public GatewayApp Trusting(TestIssuer issuer) => With("Authentication:Authority", issuer.Authority);

    /// <summary>A client without a token, which sends exactly what a test gives it.</summary>
    public HttpClient Anonymous()
    {
        StartServer();
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null, UseCookies = false })
        {
            BaseAddress = ClientOptions.BaseAddress,
        };
    }

    public HttpClient With(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in settings.Where(setting => setting.Value is not null))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(Log);
            if (Clock is not null)
            {
                services.AddSingleton(Clock);
            }
        });
    }
}
