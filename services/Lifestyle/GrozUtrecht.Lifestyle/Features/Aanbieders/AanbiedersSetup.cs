namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>Who offers activities, and who says that they are who they say they are.</summary>
internal static class AanbiedersSetup
{
    /// <summary>What judging asks beside the service's own scope.</summary>
    public const string CoordinatorScope = "lifestyle:coordineren";

    public static void MapAanbieders(this RouteGroupBuilder api)
    {
        RegisterAanbieder.Map(api);
        ListAanbieders.Map(api);
        GetAanbieder.Map(api);
        ChangeAanbieder.Map(api);
        JudgeAanbieder.Map(api);
        StopAanbieder.Map(api);
    }
}
