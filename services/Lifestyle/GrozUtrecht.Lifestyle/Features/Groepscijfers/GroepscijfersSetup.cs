namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>What the programme does for groups of people, and for no group that is small.</summary>
internal static class GroepscijfersSetup
{
    /// <summary>What seeing figures asks beside the service's own scope.</summary>
    public const string Scope = "lifestyle:groepscijfers";

    public static void AddGroepscijfers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Momentopnamen>();
        builder.Services.AddSingleton<Kwartaalronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Kwartaalronde>());
    }

    public static void MapGroepscijfers(this RouteGroupBuilder api)
    {
        MakeMomentopname.Map(api);
        ListMomentopnamen.Map(api);
        GetGroepscijfers.Map(api);
    }
}
