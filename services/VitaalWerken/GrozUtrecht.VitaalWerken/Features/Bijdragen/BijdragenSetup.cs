using GrozUtrecht.VitaalWerken.Data.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>What companies contribute to the community.</summary>
internal static class BijdragenSetup
{
    public static void AddBijdragen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Bijdragestap>();
        builder.Services.AddScoped<Bijdrageantwoord>();
        builder.Services.AddSingleton<Bijdragetermijnen>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Bijdragetermijnen>());
    }

    public static void MapBijdragen(this RouteGroupBuilder api)
    {
        PledgeBijdrage.Map(api);
        ReadBijdragen.Map(api);
        PlanBijdrage.Map(api);
        DeliverBijdrage.Map(api);
        OfferBijdrageAgain.Map(api);
        SettleBijdrage.Map(api);
        GetBijdragenoverzicht.Map(api);
    }
}
