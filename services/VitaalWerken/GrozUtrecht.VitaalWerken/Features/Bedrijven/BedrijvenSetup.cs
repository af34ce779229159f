namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary>Companies in the networks.</summary>
internal static class BedrijvenSetup
{
    public static void MapBedrijven(this RouteGroupBuilder api)
    {
        RegisterBedrijf.Map(api);
        ListBedrijven.Map(api);
        GetBedrijf.Map(api);
        ChangeBedrijf.Map(api);
        ChangeBedrijfStatus.Map(api);
        ListNetwerkbedrijven.Map(api);
    }
}
