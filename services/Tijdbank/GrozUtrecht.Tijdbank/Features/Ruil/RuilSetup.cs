namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>Exchange: advertisements, and orders made from them.</summary>
internal static class RuilSetup
{
    public static void MapRuil(this RouteGroupBuilder api)
    {
        PlaceAdvertentie.Map(api);
        SearchAdvertenties.Map(api);
        GetAdvertentie.Map(api);
        ChangeAdvertentie.Map(api);
        CloseAdvertentie.Map(api);
        ListCategorieen.Map(api);
    }
}
