using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class PoolTests
{
    [Theory]
    [InlineData("Host=127.0.0.1", ServiceDatabaseExtensions.DefaultMaxPoolSize)]
    [InlineData("Host=127.0.0.1;Maximum Pool Size=7", 7)]
    [InlineData("Host=127.0.0.1;MaxPoolSize=100", 100)]
    public void The_pool_is_limited_unless_the_connection_string_says_otherwise(string connectionString, int expected)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:proef-db"] = connectionString });
        builder.AddServiceDatabase(Replica.Describe());
        using var services = builder.Services.BuildServiceProvider();

        var used = new NpgsqlConnectionStringBuilder(services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.Equal(expected, used.MaxPoolSize);
    }
}
