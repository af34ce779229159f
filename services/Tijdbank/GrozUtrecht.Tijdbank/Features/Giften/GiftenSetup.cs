using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>Gifts, once and every month.</summary>
internal static class GiftenSetup
{
    /// <summary>
    /// Comes before capabilities whose erasers book: the eraser locks monthly gifts, and whoever gives one locks it before the accounts.
    /// </summary>
    public static void AddGiften(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Giftgang>();
        builder.Services.AddScoped<Maandgiftbeurt>();
        builder.Services.AddScoped<IPersoonEraser, GiftenEraser>();
        builder.Services.AddSingleton<Maandgiftronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Maandgiftronde>());
    }

    public static void MapGiften(this RouteGroupBuilder api)
    {
        GiveGift.Map(api);
        ListGiften.Map(api);
        GetGift.Map(api);
        PlanMaandgift.Map(api);
        ListMaandgiften.Map(api);
        GetMaandgift.Map(api);
        ChangeMaandgift.Map(api);
        StopMaandgift.Map(api);
    }
}
