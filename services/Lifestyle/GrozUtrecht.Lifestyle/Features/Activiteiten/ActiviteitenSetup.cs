namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>What there is to take part in.</summary>
internal static class ActiviteitenSetup
{
    public static void MapActiviteiten(this RouteGroupBuilder api)
    {
        CreateActiviteit.Map(api);
        ListActiviteiten.Map(api);
        GetActiviteit.Map(api);
        UpdateActiviteit.Map(api);
        PublishActiviteit.Map(api);
        WithdrawActiviteit.Map(api);
    }
}
