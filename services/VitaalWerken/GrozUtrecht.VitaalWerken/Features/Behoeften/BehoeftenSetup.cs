namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>What companies need: the employer's scan, the employees' scan, and the order of subjects.</summary>
internal static class BehoeftenSetup
{
    public static void MapBehoeften(this RouteGroupBuilder api)
    {
        FillBedrijfsscan.Map(api);
        GetBehoefte.Map(api);
    }
}
