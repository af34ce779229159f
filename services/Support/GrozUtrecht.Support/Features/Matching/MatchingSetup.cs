using GrozUtrecht.Support.Data.Matching;

namespace GrozUtrecht.Support.Features.Matching;

internal static class MatchingSetup
{
    public static void AddMatching(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HelperIndexSettings>()
            .Bind(builder.Configuration.GetSection(HelperIndexSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<HelperIndex>();
    }

    public static void MapMatching(this RouteGroupBuilder api)
    {
        ListKandidaten.Map(api);
        ExplainKandidaat.Map(api);
        GetMatchingregels.Map(api);
        ListMatchingregels.Map(api);
        ChangeMatchingregels.Map(api);
        ProposeMatch.Map(api);
        ListVoorstellen.Map(api);
        GetVoorstel.Map(api);
        AcceptMatch.Map(api);
        DeclineMatch.Map(api);
        AgreeToVoorstel.Map(api);
    }
}
