using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.Support.Data.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class MatchingSetup
{
    private const int MaximumConnections = 4;

    /// <summary>
    /// Adds the helpers in memory with connections of their own. Who declines holds a connection while the next best is looked for; from
    /// one pool, many who decline at once would wait for each other.
    /// </summary>
    public static void AddMatching(this IHostApplicationBuilder builder, ServiceDescription service)
    {
        builder.Services.AddOptions<HelperIndexSettings>()
            .Bind(builder.Configuration.GetSection(HelperIndexSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddKeyedSingleton(
            HelperIndex.Key,
            (services, _) => new NpgsqlDataSourceBuilder(builder.Configuration.GetConnectionString(service.DatabaseName))
            {
                Name = HelperIndex.Key,
                ConnectionStringBuilder = { MaxPoolSize = MaximumConnections },
            }.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build());
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<HelperIndex>(services, services.GetRequiredKeyedService<NpgsqlDataSource>(HelperIndex.Key)));
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
