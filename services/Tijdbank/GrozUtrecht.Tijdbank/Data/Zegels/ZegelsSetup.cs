namespace GrozUtrecht.Tijdbank.Data.Zegels;

internal static class ZegelsSetup
{
    public static void AddZegels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Controle>();
        builder.Services.AddSingleton<Verzegeling>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Verzegeling>());
        builder.Services.AddSingleton<Dagpublicatie>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Dagpublicatie>());
    }
}
