using GrozUtrecht.Lifestyle.Features.Open;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

/// <summary>
/// The service under test at an address that other programs can reach, as the gateway would offer it. What names the public address of
/// the configuration names this one instead.
/// </summary>
internal sealed class PublicAddress : IAsyncDisposable
{
    private readonly WebApplication app;

    private PublicAddress(WebApplication app) => this.app = app;

    /// <summary>Where <c>/open</c> is.</summary>
    public string Adres => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/open";

    public static async Task<PublicAddress> StartAsync(LifestyleFixture lifestyle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var address = new PublicAddress(builder.Build());
        var configured = lifestyle.Services.GetRequiredService<IOptions<OpenSettings>>().Value.Adres;
        var client = lifestyle.CreateClient();
        address.app.MapGet("/{**path}", http => ForwardAsync(http, client, text => text.Replace(configured, address.Adres, StringComparison.Ordinal)));
        await address.app.StartAsync();
        return address;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task ForwardAsync(HttpContext http, HttpClient client, Func<string, string> rewrite)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, http.Request.Path + http.Request.QueryString);
        foreach (var name in new[] { "Accept", "Accept-Language" })
            request.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].ToArray());
        using var answer = await client.SendAsync(request);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var header in answer.Headers)
            http.Response.Headers[header.Key] = header.Value.ToArray();
        await http.Response.WriteAsync(rewrite(await answer.Content.ReadAsStringAsync()));
    }
}
