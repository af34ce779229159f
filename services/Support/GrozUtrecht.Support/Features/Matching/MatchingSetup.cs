namespace GrozUtrecht.Support.Features.Matching;

internal static class MatchingSetup
{
    public static void MapMatching(this RouteGroupBuilder api)
    {
        ListKandidaten.Map(api);
        ProposeMatch.Map(api);
        ListVoorstellen.Map(api);
        GetVoorstel.Map(api);
        AcceptMatch.Map(api);
        DeclineMatch.Map(api);
        AgreeToVoorstel.Map(api);
    }
}
