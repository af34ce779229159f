using System.Data;
using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.OpenData;

/// <summary>Where the writer of the feeds stands.</summary>
internal sealed record OpenActiveStand(long Modified, int Vorm, string Adres);

/// <summary>An item of a page, its JSON as UTF-8; none for a tombstone.</summary>
internal readonly record struct FeedItem(Guid Id, long Modified, byte[]? Data);

/// <summary>The items of the feeds, in the order in which they are handed out.</summary>
internal static class OpenActiveItems
{
    private const int MaximumPurged = 5_000;

    /// <summary>Makes this transaction the writer until it ends; null when another one is.</summary>
    public static Task<OpenActiveStand?> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<OpenActiveStand>(new CommandDefinition(
            "SELECT modified, vorm, adres FROM openactive_stand FOR UPDATE SKIP LOCKED", cancellationToken: cancellationToken));

    public static Task SaveAsync(NpgsqlConnection connection, OpenActiveStand stand, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE openactive_stand SET modified = @Modified, vorm = @Vorm, adres = @Adres", stand, cancellationToken: cancellationToken));

    /// <summary>Stores what differs from what is there, each under the next number after the given one; says how many numbers were used.</summary>
    public static Task<int> StoreAsync(
        NpgsqlConnection connection,
        string soort,
        IReadOnlyCollection<RenderedItem> items,
        long after,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO openactive_items (soort, id, modified, data, tot, verwijderd_op)
            SELECT @soort, n.id, @after + row_number() OVER (ORDER BY n.nr), n.data, n.tot, CASE WHEN n.data IS NULL THEN @now END
            FROM unnest(@ids, @data, @tot) WITH ORDINALITY AS n (id, data, tot, nr)
            LEFT JOIN openactive_items i ON i.soort = @soort AND i.id = n.id
            WHERE i.data IS DISTINCT FROM n.data
            ON CONFLICT (soort, id) DO UPDATE
            SET modified = excluded.modified, data = excluded.data, tot = excluded.tot, verwijderd_op = excluded.verwijderd_op
            """,
            new
            {
                soort,
                after,
                now,
                ids = items.Select(item => item.Id).ToArray(),
                data = items.Select(item => item.Data).ToArray(),
                tot = items.Select(item => item.Tot).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Forgets tombstones that everybody had time to read.</summary>
    public static Task PurgeAsync(NpgsqlConnection connection, DateTimeOffset deletedBefore, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM openactive_items
            WHERE ctid = ANY (ARRAY (
              SELECT ctid FROM openactive_items WHERE data IS NULL AND verwijderd_op < @deletedBefore ORDER BY verwijderd_op LIMIT @MaximumPurged))
            """,
            new { deletedBefore, MaximumPurged },
            cancellationToken: cancellationToken));

    /// <summary>The items after a place in the feed: one range of an index, however far it is.</summary>
    public static async Task<IReadOnlyList<FeedItem>> PageAsync(
        NpgsqlDataSource database, string soort, long afterModified, Guid afterId, int count, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, modified, convert_to(data, 'UTF8')
            FROM openactive_items
            WHERE soort = $1 AND (modified, id) > ($2, $3)
            ORDER BY modified, id
            LIMIT $4
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = soort });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterModified });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = afterId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        List<FeedItem> items = new(count);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            items.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        return items;
    }
}
