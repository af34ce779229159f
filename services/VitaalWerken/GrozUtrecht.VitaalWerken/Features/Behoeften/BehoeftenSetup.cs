using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>What companies need: the employer's scan, the employees' scan, and the order of subjects.</summary>
internal static class BehoeftenSetup
{
    public static void AddBehoeften(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IUitnodigingsinhoud, Scaninhoud>();
        builder.Services.AddSingleton<Scanronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Scanronde>());
    }

    public static void MapBehoeften(this RouteGroupBuilder api)
    {
        FillBedrijfsscan.Map(api);
        OpenMedewerkersscan.Map(api);
        IssueScancodes.Map(api);
        ReadMedewerkersscans.Map(api);
        CloseMedewerkersscan.Map(api);
        AnswerMedewerkersscan.Map(api);
        GetBehoefte.Map(api);
    }
}
