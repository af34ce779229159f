namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary>The networks of the areas, and who coordinates them.</summary>
internal static class VitaliteitsnetwerkenSetup
{
    public static void MapVitaliteitsnetwerken(this RouteGroupBuilder api)
    {
        ListVitaliteitsnetwerken.Map(api);
        AppointCoordinatoren.Map(api);
        GetNetwerkbord.Map(api);
    }
}
