namespace GrozUtrecht.Support.Features.Matchingrondes;

internal static class MatchingrondesSetup
{
    public static void AddMatchingrondes(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Rondemaker>();
        builder.Services.AddScoped<Koppelingen>();
        builder.Services.AddHostedService<MatchingrondeWork>();
    }

    public static void MapMatchingrondes(this RouteGroupBuilder api)
    {
        RequestMatchingronde.Map(api);
        GetMatchingronde.Map(api);
        ListMatchingrondes.Map(api);
        ListKoppelingen.Map(api);
        ExplainRondeHulpvraag.Map(api);
        ApplyMatchingronde.Map(api);
    }
}
