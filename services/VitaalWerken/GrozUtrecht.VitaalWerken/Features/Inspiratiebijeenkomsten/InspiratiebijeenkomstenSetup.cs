namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>Inspiration meetings: planned, held, followed up, and what employees tell afterwards.</summary>
internal static class InspiratiebijeenkomstenSetup
{
    public static void AddInspiratiebijeenkomsten(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Belangstellingronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Belangstellingronde>());
    }

    public static void MapInspiratiebijeenkomsten(this RouteGroupBuilder api)
    {
        PlanInspiratiebijeenkomst.Map(api);
        ReadInspiratiebijeenkomsten.Map(api);
        ChangeInspiratiebijeenkomst.Map(api);
        TakeInspiratiestap.Map(api);
        IssueUitnodigingslink.Map(api);
        TellBelangstelling.Map(api);
        CloseBelangstelling.Map(api);
    }
}
