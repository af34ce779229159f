using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>The SQL of the outbox. All of it is set-based: a batch is one round trip, however many messages it holds.</summary>
internal static class OutboxStore
{
    private const int CountLimit = 100_000;

    public static async Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            insert into platform.outbox (id, message_id, type, body, destination, deferrals, traceparent, not_before, created_at)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
        Add(command, NpgsqlDbType.Uuid, messages, message => message.Id);
        Add(command, NpgsqlDbType.Uuid, messages, message => message.MessageId);
        Add(command, NpgsqlDbType.Text, messages, message => message.Type);
        Add(command, NpgsqlDbType.Text, messages, message => message.Body);
        Add(command, NpgsqlDbType.Text, messages, message => message.Destination);
        Add(command, NpgsqlDbType.Integer, messages, message => message.Deferrals);
        Add(command, NpgsqlDbType.Text, messages, message => message.Traceparent);
        Add(command, NpgsqlDbType.TimestampTz, messages, message => message.NotBefore);
        Add(command, NpgsqlDbType.TimestampTz, messages, message => message.CreatedAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes due messages in the order they were written, leaving alone what another replica holds.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> TakeAsync(
        NpgsqlConnection connection, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<OutboxMessage>(new CommandDefinition(
            """
            select id, message_id, type, body, created_at, not_before, traceparent, destination, deferrals, attempts
            from platform.outbox
            where not_before <= @now
            order by id
            limit @limit
            for update skip locked
            """,
            new { now, limit },
            cancellationToken: cancellationToken))).AsList();

    public static Task DeleteAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "delete from platform.outbox where id = any(@ids)", new { ids }, cancellationToken: cancellationToken));

    public static Task PostponeAsync(NpgsqlConnection connection, Guid id, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update platform.outbox set attempts = attempts + 1, not_before = @notBefore where id = @id",
            new { id, notBefore },
            cancellationToken: cancellationToken));

    public static Task ParkAsync(NpgsqlConnection connection, Guid id, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with refused as (delete from platform.outbox where id = @id returning *)
            insert into platform.outbox_parked
                (id, message_id, type, body, destination, deferrals, traceparent, attempts, created_at, parked_at, reason)
            select id, message_id, type, body, destination, deferrals, traceparent, attempts + 1, created_at, @now, left(@reason, 1000) from refused
            """,
            new { id, reason, now },
            cancellationToken: cancellationToken));

    /// <summary>Counts what waits and what is parked, up to a limit: the gauge must not become a load of its own.</summary>
    public static Task<(long Pending, long Parked)> CountAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<(long Pending, long Parked)>(new CommandDefinition(
            """
            select (select count(*) from (select 1 from platform.outbox limit @CountLimit) as pending),
                   (select count(*) from (select 1 from platform.outbox_parked limit @CountLimit) as parked)
            """,
            new { CountLimit },
            cancellationToken: cancellationToken));

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, IReadOnlyList<OutboxMessage> messages, Func<OutboxMessage, T> select) =>
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = messages.Select(select).ToArray() });
}
