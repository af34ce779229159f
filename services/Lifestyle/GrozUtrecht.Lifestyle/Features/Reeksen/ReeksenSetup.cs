namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>Sessions that come back.</summary>
internal static class ReeksenSetup
{
    public static void AddReeksen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Reeksverlenging>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Reeksverlenging>());
    }

    public static void MapReeksen(this RouteGroupBuilder api)
    {
        CreateReeks.Map(api);
        PreviewReeks.Map(api);
        ListReeksen.Map(api);
        GetReeks.Map(api);
        ChangeReeks.Map(api);
        EndReeks.Map(api);
        SkipReeksdag.Map(api);
    }
}
