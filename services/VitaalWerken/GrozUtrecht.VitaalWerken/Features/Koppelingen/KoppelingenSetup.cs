using GrozUtrecht.VitaalWerken.Data.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>From needs to suppliers: proposals with reasons, and koppelingen that both sides agree to.</summary>
internal static class KoppelingenSetup
{
    public static void AddKoppelingen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AanbodIndex>();
        builder.Services.AddSingleton<Koppelingronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Koppelingronde>());
    }

    public static void MapKoppelingen(this RouteGroupBuilder api)
    {
        ListKoppelvoorstellen.Map(api);
        ExplainKoppelvoorstel.Map(api);
        ProposeKoppeling.Map(api);
        AgreeToKoppeling.Map(api);
        EndKoppeling.Map(api);
        ReadKoppelingen.Map(api);
    }
}
