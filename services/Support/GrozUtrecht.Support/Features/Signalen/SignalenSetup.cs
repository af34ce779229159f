using GrozUtrecht.Personen;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>What residents say matters to them, and who joins in.</summary>
internal static class SignalenSetup
{
    public static void AddSignalen(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<IPersoonEraser, SignaalEraser>();

    public static void MapSignalen(this RouteGroupBuilder api)
    {
        RaiseSignaal.Map(api);
        GetSignaal.Map(api);
        ListSignalen.Map(api);
        JoinSignaal.Map(api);
        LeaveSignaal.Map(api);
        HandleSignaal.Map(api);
        MergeSignalen.Map(api);
        ReportBack.Map(api);
        ListToHear.Map(api);
        MarkHeard.Map(api);
    }
}
