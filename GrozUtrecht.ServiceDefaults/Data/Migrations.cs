using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>
/// Applies the numbered SQL files of the platform and then those of the service, each in its own transaction. Any number of
/// processes may start at once: an advisory lock lets one of them work and the others find it done.
/// </summary>
public static class Migrations
{
    /// <summary>Any constant will do, as long as every release uses the same one.</summary>
    private const long LockKey = 0x67726F7A;

    private const int LockTimeoutSeconds = 120;
    private const int FileTimeoutSeconds = 300;

    /// <summary>Brings the database up to date and says how many files were applied.</summary>
    /// <exception cref="MigrationException">A file failed, or a file that was applied before has changed.</exception>
    public static Task<int> ApplyAsync(NpgsqlDataSource dataSource, ServiceDescription service, ILogger logger, CancellationToken cancellationToken) =>
        ApplyAsync(
            dataSource,
            [.. MigrationFile.In(typeof(Migrations).Assembly, "platform"), .. MigrationFile.In(service.Assembly, service.Name)],
            logger,
            cancellationToken);

    internal static async Task<int> ApplyAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<MigrationFile> files, ILogger logger, CancellationToken cancellationToken)
    {
        // The lock belongs to the session, so it ends with the connection whatever happens to this process.
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_lock(@LockKey)", new { LockKey }, commandTimeout: LockTimeoutSeconds, cancellationToken: cancellationToken));
        try
        {
            return await ApplyLockedAsync(connection, files, logger, cancellationToken);
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }

    private static async Task<int> ApplyLockedAsync(
        NpgsqlConnection connection, IReadOnlyList<MigrationFile> files, ILogger logger, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(
            """
            create schema if not exists platform;
            create table if not exists platform.migrations (
              owner      text        not null,
              name       text        not null,
              hash       text        not null,
              applied_at timestamptz not null default now(),
              primary key (owner, name)
            );
            """);
        var applied = (await connection.QueryAsync<(string Owner, string Name, string Hash)>("select owner, name, hash from platform.migrations"))
            .ToDictionary(row => (row.Owner, row.Name), row => row.Hash);

        var count = 0;
        foreach (var file in files)
        {
            if (applied.TryGetValue((file.Owner, file.Name), out var hash))
            {
                if (hash != file.Hash)
                    throw new MigrationException(file, "it has changed since it was applied; write a new file instead.");
                continue;
            }

            await ApplyAsync(connection, file, cancellationToken);
            logger.LogInformation("Applied migration {Migration}", file);
            count++;
        }

        return count;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(file.Sql, commandTimeout: FileTimeoutSeconds, cancellationToken: cancellationToken));
            await connection.ExecuteAsync(
                "insert into platform.migrations (owner, name, hash) values (@Owner, @Name, @Hash)", new { file.Owner, file.Name, file.Hash });
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException exception)
        {
            throw new MigrationException(file, $"{exception.SqlState} {exception.MessageText}", exception);
        }
    }
}
