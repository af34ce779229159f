namespace GrozUtrecht.Support.Features.Buurten;

internal static class BuurtenSetup
{
    /// <summary>What a program needs in which buurtassistenten do their work.</summary>
    public const string Scope = "support:buurtwerk";

    public static void MapBuurten(this RouteGroupBuilder api)
    {
        CreateBuurt.Map(api);
        GetBuurt.Map(api);
        ListBuurten.Map(api);
        ChangeBuurt.Map(api);
    }
}
