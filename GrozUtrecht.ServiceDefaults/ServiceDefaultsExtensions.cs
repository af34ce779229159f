using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GrozUtrecht.ServiceDefaults;

/// <summary>What every process of the platform has in common.</summary>
public static class ServiceDefaultsExtensions
{
    private const long MaximumRequestBytes = 1024 * 1024;
    private const string VersionHeader = "API-Version";
    private const string ReadyTag = "ready";
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Telemetry, health, problem details, tokens and limits: for a process without a database of its own, as the gateway is.</summary>
    public static void AddProcessDefaults(this WebApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumRequestBytes;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemAnswers();
        builder.Services.AddPublicCors();
        builder.Services.AddConcurrencyLimit();
        builder.AddTelemetry($"GrozUtrecht.{name}");
        builder.AddTokenValidation();
    }

    /// <summary>The process defaults, and what a service adds: strict JSON, its OpenAPI document and its database.</summary>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, ServiceDescription service)
    {
        ArgumentNullException.ThrowIfNull(service);
        builder.AddProcessDefaults(service.Name);
        builder.Services.AddSingleton(service);
        builder.Services.AddStrictJson();
        builder.Services.AddServiceOpenApi(service);
        builder.AddServiceDatabase(service);
    }

    /// <summary>
    /// The order of things around every request, and two addresses for probes: <c>/alive</c> says that the process answers,
    /// <c>/health</c> that it can do its work. A broker that is away degrades a service but does not make it unhealthy.
    /// </summary>
    /// <param name="app">The process.</param>
    /// <param name="beforeAuthorization">What runs once the caller is known and before the caller may be refused.</param>
    public static void MapDefaultEndpoints(this WebApplication app, Action<IApplicationBuilder>? beforeAuthorization = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRequestSpan();
        var service = app.Services.GetService<ServiceDescription>();
        if (service is not null)
        {
            app.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[VersionHeader] = service.ApiVersion;
                    return Task.CompletedTask;
                });
                return next(context);
            });
        }

        app.UseProblemAnswers();
        app.UseCors();
        app.UseAuthentication();
        beforeAuthorization?.Invoke(app);
        app.UseAuthorization();
        app.UseRateLimiter();
        if (service is not null)
        {
            IdempotencyKey.UseIdempotencyBuffering(app);
        }

        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ExcludeFromDescription().WithoutTraces();
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous().ExcludeFromDescription().WithoutTraces();
    }
}
