namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>Community funds.</summary>
internal static class WijkpottenSetup
{
    public static void MapWijkpotten(this RouteGroupBuilder api)
    {
        OpenWijkpot.Map(api);
        ListWijkpotten.Map(api);
        GetWijkpot.Map(api);
        ChangeWijkpot.Map(api);
        CloseWijkpot.Map(api);
        SpendWijkpot.Map(api);
        ListBestedingen.Map(api);
    }
}
