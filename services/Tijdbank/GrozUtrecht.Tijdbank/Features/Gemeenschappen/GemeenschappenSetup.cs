namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>Communities, and what an account is allowed.</summary>
internal static class GemeenschappenSetup
{
    public static void MapGemeenschappen(this RouteGroupBuilder api)
    {
        CreateGemeenschap.Map(api);
        ListGemeenschappen.Map(api);
        GetGemeenschap.Map(api);
        ChangeGemeenschap.Map(api);
        AssignGemeenschap.Map(api);
        SetLimieten.Map(api);
    }
}
