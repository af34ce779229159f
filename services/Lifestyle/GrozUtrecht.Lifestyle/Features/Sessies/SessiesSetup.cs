namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>When and where activities take place.</summary>
internal static class SessiesSetup
{
    public static void MapSessies(this RouteGroupBuilder api)
    {
        SearchSessies.Map(api);
        AddSessie.Map(api);
        ListSessies.Map(api);
        GetSessie.Map(api);
        ChangeSessie.Map(api);
        MoveSessie.Map(api);
        CancelSessie.Map(api);
    }
}
