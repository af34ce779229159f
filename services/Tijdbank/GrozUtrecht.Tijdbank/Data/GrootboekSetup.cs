using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

internal static class GrootboekSetup
{
    /// <summary>The role of the service: migration 0003 says what it may do with the ledger.</summary>
    public const string DatabaseRole = "tijdbank_dienst";

    private const int MaximumConnections = 4;
    private const int MaximumPrepared = 10;

    /// <summary>
    /// Adds the ledger with connections of its own. A request with an <c>Idempotency-Key</c> holds one connection while it waits for
    /// the ledger's; from one pool, many of those would wait for each other.
    /// </summary>
    public static void AddGrootboek(this IHostApplicationBuilder builder, ServiceDescription service)
    {
        builder.Services.AddKeyedSingleton(Grootboek.Key, (services, _) =>
        {
            var source = new NpgsqlDataSourceBuilder(builder.Configuration.GetConnectionString(service.DatabaseName))
            {
                Name = Grootboek.Key,
                ConnectionStringBuilder = { MaxPoolSize = MaximumConnections, MaxAutoPrepare = MaximumPrepared, AutoPrepareMinUsages = 2 },
            };
            source.WorkAs(service.DatabaseRole);
            return source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build();
        });
        builder.Services.AddSingleton<Boekmotor>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Boekmotor>());
        builder.Services.AddSingleton<Grootboek>();
        builder.Services.AddSingleton<ReserveringExpiry>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReserveringExpiry>());
    }
}
