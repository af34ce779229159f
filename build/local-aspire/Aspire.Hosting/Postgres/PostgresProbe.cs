using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>A server works when one can log in and every database of the application exists; missing ones are made.</summary>
internal sealed class PostgresProbe(PostgresServerResource server)
{
    private const int TimeoutSeconds = 5;

    public async Task<string?> AskServerAsync(CancellationToken cancellationToken)
    {
        var connectionString = await server.ConnectionStringExpression.GetValueAsync(cancellationToken);
        await using var connection = await OpenAsync(connectionString!, "postgres", cancellationToken);
        foreach (var name in await MissingDatabasesAsync(connection, cancellationToken))
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"")}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return null;
    }

    public static async Task<string?> AskDatabaseAsync(PostgresDatabaseResource database, CancellationToken cancellationToken)
    {
        var connectionString = await database.Parent.ConnectionStringExpression.GetValueAsync(cancellationToken);
        await using var connection = await OpenAsync(connectionString!, database.DatabaseName, cancellationToken);
        return null;
    }

    private async Task<IReadOnlyCollection<string>> MissingDatabasesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var missing = server.Databases.Values.ToHashSet(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            missing.Remove(reader.GetString(0));
        }

        return missing;
    }

    // Pooling would hold sessions of a server that is being stopped.
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string database, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = database,
            Pooling = false,
            Timeout = TimeoutSeconds,
            CommandTimeout = TimeoutSeconds,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
