namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>Who offers something to workplaces, and what.</summary>
internal static class LeveranciersSetup
{
    public static void MapLeveranciers(this RouteGroupBuilder api)
    {
        RegisterLeverancier.Map(api);
        ReadLeveranciers.Map(api);
        ChangeLeverancier.Map(api);
        JudgeLeverancier.Map(api);
        KeepAanbod.Map(api);
        ReadAanbod.Map(api);
    }
}
