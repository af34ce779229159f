using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Features.Clients;
using GrozUtrecht.Identity.Features.Discovery;
using GrozUtrecht.Identity.Features.Partners;
using GrozUtrecht.Identity.Features.Personen;
using GrozUtrecht.Identity.Features.Sleutels;
using GrozUtrecht.Identity.Features.Tokens;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity;

/// <summary>What this service consists of.</summary>
internal static class IdentityExtensions
{
    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<IdentitySettings>, IdentitySettingsRules>();
        builder.Services.AddOptions<IdentitySettings>()
            .Bind(builder.Configuration.GetSection(IdentitySettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<FailedAttempts>();
        builder.Services.AddSingleton<ClientAssertions>();
        builder.Services.AddSingleton<ClientAuthentication>();
        builder.Services.AddSingleton<ClientStore>();
        builder.Services.AddSingleton<RevocationStore>();

        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<DevelopmentClients>();
        }

        builder.Services.AddHostedService<KeyRotation>();
        builder.Services.AddHostedService<ExpiredRows>();
    }

    /// <summary>The routes that OAuth 2.0 and OpenID Connect Discovery prescribe. They are anonymous: a client brings no token here.</summary>
    public static void MapAuthorizationServer(this IEndpointRouteBuilder app)
    {
        var server = app.MapGroup("/identity").AllowAnonymous().ExcludeFromDescription();
        RequestToken.Map(server);
        RevokeToken.Map(server);
        GetConfiguration.Map(server);
        GetKeys.Map(server);
    }

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        ListIntrekkingen.Map(api);
        RegisterPersoon.Map(api);
        GetPersoon.Map(api);
        ListPersonen.Map(api);
        RemovePersoon.Map(api);
        RegisterPartner.Map(api);
        GetPartner.Map(api);
        ListPartners.Map(api);
        RegisterClient.Map(api);
        GetClient.Map(api);
        ListClients.Map(api);
        IssueGeheim.Map(api);
        RevokeClient.Map(api);
        RotateSleutel.Map(api);
    }
}
