using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Personen;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Proeverijen: planning, inviting, composing, registering, experiences and reports.</summary>
internal static class ProeverijenSetup
{
    /// <summary>What a coordinator's writes ask beside the service's own scope.</summary>
    public const string Scope = "lifestyle:coordineren";

    /// <summary>The words of a status, for a filter.</summary>
    public const string Statuses = "^(gepland|uitnodigen|programma-vastgesteld|inschrijving-open|gehouden|afgesloten|afgelast)$";

    public static void AddProeverijen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Routeboek>();
        builder.Services.AddSingleton<IPersoonEraser, ProeverijEraser>();
        builder.Services.AddSingleton<Verslagronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Verslagronde>());
        builder.Services.AddSingleton<Jaarwacht>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Jaarwacht>());
    }

    public static void MapProeverijen(this RouteGroupBuilder api)
    {
        PlanProeverij.Map(api);
        ListProeverijen.Map(api);
        GetProeverij.Map(api);
        ChangeProeverij.Map(api);
        DecideIndeling.Map(api);
        InviteAanbieder.Map(api);
        WithdrawUitnodiging.Map(api);
        ListUitnodigingen.Map(api);
        AnswerUitnodiging.Map(api);
        ComposeProgramma.Map(api);
        MoveProef.Map(api);
        FixProgramma.Map(api);
        GetProgramma.Map(api);
        TakeProeverijstap.Map(api);
        RegisterRoute.Map(api);
        ChangeRoute.Map(api);
        ReadRoutes.Map(api);
        CheckInRoute.Map(api);
        GiveErvaring.Map(api);
        TakeVervolg.Map(api);
        ListOpmerkingen.Map(api);
        GetVerslag.Map(api);
        GetJaarplanning.Map(api);
    }
}
