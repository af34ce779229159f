using GrozUtrecht.ServiceDefaults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

internal static class GrootboekSetup
{
    private const int MaximumConnections = 32;

    /// <summary>
    /// Adds the ledger with connections of its own. A request with an <c>Idempotency-Key</c> holds one connection while it books over
    /// another; from one pool, a hundred of those would wait for each other.
    /// </summary>
    public static void AddGrootboek(this IHostApplicationBuilder builder, ServiceDescription service)
    {
        builder.Services.AddKeyedSingleton(Grootboek.Key, (services, _) =>
        {
            var source = new NpgsqlDataSourceBuilder(builder.Configuration.GetConnectionString(service.DatabaseName))
            {
                Name = Grootboek.Key,
                ConnectionStringBuilder = { MaxPoolSize = MaximumConnections },
            };
            return source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build();
        });
        builder.Services.AddSingleton<Grootboek>();
        builder.Services.AddScoped<Bijschrijvingen>();
    }
}
