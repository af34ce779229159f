namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>Werkgericht werken: the network of residents and professionals, and what it does about signals.</summary>
internal static class WerkgerichtSetup
{
    public static void MapWerkgericht(this RouteGroupBuilder api)
    {
        AddNetwerklid.Map(api);
        ListNetwerkleden.Map(api);
        StartActie.Map(api);
        GetActie.Map(api);
        ListActies.Map(api);
        ChangeActie.Map(api);
        AddActieUpdate.Map(api);
        ListActieUpdates.Map(api);
    }
}
