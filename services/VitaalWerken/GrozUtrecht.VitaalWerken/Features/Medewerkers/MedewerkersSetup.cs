using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>What employees do themselves, without anybody who knows who they are.</summary>
internal static class MedewerkersSetup
{
    public static void AddMedewerkers(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<IUitnodigingsinhoud, Programmauitnodiging>();

    public static void MapMedewerkers(this RouteGroupBuilder api)
    {
        Enrol.Map(api);
        Deelnemen.Map(api);
        Aanmelden.Map(api);
        AanwezigheidMelden.Map(api);
        Polsmeten.Map(api);
    }
}
