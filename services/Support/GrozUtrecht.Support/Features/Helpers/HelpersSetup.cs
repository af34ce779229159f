namespace GrozUtrecht.Support.Features.Helpers;

internal static class HelpersSetup
{
    public static void MapHelpers(this RouteGroupBuilder api)
    {
        RegisterHelper.Map(api);
        ChangeHelper.Map(api);
        GetHelper.Map(api);
        ListHelpers.Map(api);
    }
}
