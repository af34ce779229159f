using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>Exchange: advertisements, and orders made from them.</summary>
internal static class RuilSetup
{
    public static void AddRuil(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Bestelgang>();
        builder.Services.AddScoped<Bestelstap>();
        builder.Services.AddScoped<RuilTermijn>();
        builder.Services.AddScoped<IPersoonEraser, RuilEraser>();
        builder.Services.AddSingleton<RuilTermijnen>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RuilTermijnen>());
    }

    public static void MapRuil(this RouteGroupBuilder api)
    {
        PlaceAdvertentie.Map(api);
        SearchAdvertenties.Map(api);
        GetAdvertentie.Map(api);
        ChangeAdvertentie.Map(api);
        CloseAdvertentie.Map(api);
        ListCategorieen.Map(api);
        PlaceBestelling.Map(api);
        ListBestellingen.Map(api);
        GetBestelling.Map(api);
        AcceptBestelling.Map(api);
        DeclineBestelling.Map(api);
        CancelBestelling.Map(api);
        DeliverBestelling.Map(api);
        ConfirmBestelling.Map(api);
        DisputeBestelling.Map(api);
        MediateBestelling.Map(api);
    }
}
