namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>Statements of accounts, and reports.</summary>
internal static class OverzichtenSetup
{
    public static void MapOverzichten(this RouteGroupBuilder api) => GetRekeningoverzicht.Map(api);
}
