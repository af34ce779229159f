namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary>The Tijdbank's own signature under statements, and the keys with which anyone can check it.</summary>
internal static class OndertekeningSetup
{
    public static void AddOndertekening(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OndertekeningSettings>()
            .Bind(builder.Configuration.GetSection(OndertekeningSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<Ondertekenaar>();
    }

    public static void MapOndertekening(this RouteGroupBuilder api) => RotateOndertekeningssleutel.Map(api);

    /// <summary>What a stranger needs to verify. It lies outside the versioned API, because its addresses stand in what was signed.</summary>
    public static void MapPublishedKeys(this IEndpointRouteBuilder app)
    {
        var published = app.MapGroup("/tijdbank/.well-known").AllowAnonymous().ExcludeFromDescription();
        GetSleutels.Map(published);
        GetUitgever.Map(published);
    }
}
