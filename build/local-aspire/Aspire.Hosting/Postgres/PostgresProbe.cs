using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>A server works when one can log in and every database of the application exists; missing ones are made.</summary>
internal sealed class PostgresProbe(PostgresServerResource server)
{
    private const int TimeoutSeconds = 5;

    public async Task<string?> AskServerAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        foreach (var name in await MissingDatabasesAsync(connection, cancellationToken))
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"")}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return null;
    }

    // Asks the catalogue: an attempt to log in to a database that is still to be made fills the server's log.
    public static async Task<string?> AskDatabaseAsync(PostgresDatabaseResource database, CancellationToken cancellationToken)
    {
        var missing = await new PostgresProbe(database.Parent).MissingDatabasesAsync(cancellationToken);
        return missing.Contains(database.DatabaseName) ? $"The database {database.DatabaseName} does not exist yet." : null;
    }

    private async Task<IReadOnlyCollection<string>> MissingDatabasesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await MissingDatabasesAsync(connection, cancellationToken);
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
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.ConnectionStringExpression.GetValueAsync(cancellationToken))
        {
            Database = "postgres",
            Pooling = false,
            Timeout = TimeoutSeconds,
            CommandTimeout = TimeoutSeconds,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
