using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>Gifts.</summary>
internal static class GiftenSetup
{
    public static void AddGiften(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Giftgang>();
        builder.Services.AddScoped<IPersoonEraser, GiftenEraser>();
    }

    public static void MapGiften(this RouteGroupBuilder api)
    {
        GiveGift.Map(api);
        ListGiften.Map(api);
        GetGift.Map(api);
    }
}
