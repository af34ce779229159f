using GrozUtrecht.Tijdbank.Data.Bijdragen;

namespace GrozUtrecht.Tijdbank.Features.Bijdragen;

/// <summary>What companies contribute to funds, and orders that they pay in hours.</summary>
internal static class BijdragenSetup
{
    public static void AddBijdragen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Bijdrageboeking>();
        builder.Services.AddScoped<Verrekening>();
        builder.Services.AddSingleton<Terugboekronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Terugboekronde>());
    }

    public static void MapBijdragen(this RouteGroupBuilder api) => ListBijdragen.Map(api);
}
