using GrozUtrecht.VitaalWerken.Data.Inkopen;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>What companies order from suppliers of the network.</summary>
internal static class InkopenSetup
{
    public static void AddInkopen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Inkoopstap>();
        builder.Services.AddScoped<Inkoopantwoord>();
    }

    public static void MapInkopen(this RouteGroupBuilder api)
    {
        PlaceInkoop.Map(api);
        ReadInkopen.Map(api);
        FulfilInkoop.Map(api);
        SettleInkoop.Map(api);
    }
}
