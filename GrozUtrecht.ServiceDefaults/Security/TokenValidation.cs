using System.Globalization;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>Bearer tokens of the configured authority, checked in every process again.</summary>
internal static class TokenValidation
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeyRefreshAfterFailure = TimeSpan.FromSeconds(30);

    // Shorter than the time for which an authority publishes a key before it signs with it (ten minutes at Identity).
    private static readonly TimeSpan KeyRefresh = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    public static void AddTokenValidation(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuthenticationSettings>()
            .Bind(builder.Configuration.GetSection(AuthenticationSettings.Section))
            .Configure(settings => settings.RequireHttps &= !builder.Environment.IsDevelopment())
            .ValidateDataAnnotations()
            .ValidateOnStart();

        builder.Services.AddSingleton<ValidatedTokenCache>();
        builder.Services.AddSingleton<RevocationList>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RevocationList>());

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthenticationSettings>, ValidatedTokenCache, TimeProvider>(Configure);

        builder.Services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        builder.Services.AddAuthorization();
    }

    private static void Configure(
        JwtBearerOptions options, IOptions<AuthenticationSettings> configured, ValidatedTokenCache cache, TimeProvider clock)
    {
        var settings = configured.Value;
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = settings.RequireHttps;
        options.MapInboundClaims = false;
        options.RefreshInterval = KeyRefreshAfterFailure;
        options.AutomaticRefreshInterval = KeyRefresh;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(cache);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Audience,
            ValidAlgorithms = Algorithms,
            ClockSkew = ClockSkew,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(clock.GetUtcNow().UtcDateTime, notBefore, expires),
        };
        options.Events = new JwtBearerEvents { OnTokenValidated = AcceptAsync, OnChallenge = ChallengeAsync };
    }

    private static bool IsCurrent(DateTime now, DateTime? notBefore, DateTime? expires) =>
        expires is { } end && now < end + ClockSkew && (notBefore is not { } start || now >= start - ClockSkew);

    // Runs on every request, cached token or not: this is where revocation holds.
    private static Task AcceptAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var settings = services.GetRequiredService<IOptions<AuthenticationSettings>>().Value;
        var token = (JsonWebToken)context.SecurityToken;
        var said = context.Principal!;
        var client = said.FindFirstValue(settings.ClientClaim);

        if (client is null || !Guid.TryParse(said.FindFirstValue(settings.PartnerClaim), out var partner))
        {
            context.Fail("The token names no client or partner.");
            return Task.CompletedTask;
        }

        var issuedOp = long.TryParse(said.FindFirstValue(JwtRegisteredClaimNames.Iat), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
        if (services.GetRequiredService<RevocationList>().Holds(token.Id, client, issuedOp))
        {
            context.Fail("The token was revoked.");
            return Task.CompletedTask;
        }

        // A fresh identity with our own claim names: the validated one is shared by every request with this token.
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new(Claims.Client, client), new(Claims.Partner, partner.ToString()), .. Scopes(said, settings)],
            JwtBearerDefaults.AuthenticationScheme));
        return Task.CompletedTask;
    }

    private static IEnumerable<Claim> Scopes(ClaimsPrincipal said, AuthenticationSettings settings) =>
        said.FindAll(settings.ScopeClaim).Select(claim => new Claim(Claims.Scope, claim.Value));

    private static async Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var failure = context.AuthenticateFailure switch
        {
            null => RequestFailures.TokenMissing,
            _ when !await KeysAreKnownAsync(context) => RequestFailures.Unavailable,
            _ => RequestFailures.TokenInvalid,
        };
        context.Response.StatusCode = failure.Status;
        if (failure.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        }

        await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new() { HttpContext = context.HttpContext, ProblemDetails = failure.ToDetails() });
    }

    // Without the authority's keys no token can be judged: that is an outage of ours, not a fault of the caller's.
    private static async Task<bool> KeysAreKnownAsync(JwtBearerChallengeContext context)
    {
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
