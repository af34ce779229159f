namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>Statements of accounts, and reports.</summary>
internal static class OverzichtenSetup
{
    public static void AddOverzichten(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<Rapporten>();

    public static void MapOverzichten(this RouteGroupBuilder api)
    {
        GetRekeningoverzicht.Map(api);
        GetOrganisatierapport.Map(api);
        GetGebiedsrapport.Map(api);
    }
}
