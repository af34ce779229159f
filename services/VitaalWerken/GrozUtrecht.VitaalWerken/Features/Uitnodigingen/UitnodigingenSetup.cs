namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>Invitations of employees, who have no token.</summary>
internal static class UitnodigingenSetup
{
    public static void AddUitnodigingen(this IHostApplicationBuilder builder) => builder.Services.AddOptions<OpenSettings>()
        .Bind(builder.Configuration.GetSection(OpenSettings.Section))
        .ValidateDataAnnotations()
        .ValidateOnStart();

    public static void MapUitnodigingen(this RouteGroupBuilder api) => GetUitnodiging.Map(api);
}
