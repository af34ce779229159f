using GrozUtrecht.Gateway.Documentation;
using GrozUtrecht.Gateway.Forwarding;
using GrozUtrecht.Gateway.RateLimiting;
using GrozUtrecht.Gateway.Routing;
using GrozUtrecht.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddProcessDefaults("gateway");
builder.AddClientRateLimit();
builder.AddForwarding();

var app = builder.Build();
app.MapDefaultEndpoints(pipeline => pipeline.UseMiddleware<ClientRateLimit>());
app.UseForwardingFailures();
app.UseRequestTimeouts();

app.MapDocumentation();
app.MapHiddenPaths();
app.MapReverseProxy();

await app.RunAsync();
