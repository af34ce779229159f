using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data;

/// <summary>Counts per network: companies of all partners, of which no single one can be read.</summary>
internal static class NetwerkStore
{
    /// <summary>One row per area in the order given, also for an area without any company, from one pass over the table.</summary>
    public static async Task<IReadOnlyList<NetwerkRow>> CountAsync(
        NpgsqlDataSource database, string[] gebieden, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NetwerkRow>(new CommandDefinition(
            """
            SELECT asked.gebied,
                   count(*) FILTER (WHERE status = 'belangstellend')::int AS belangstellenden,
                   count(*) FILTER (WHERE status = 'lid')::int AS leden
            FROM unnest(@gebieden) WITH ORDINALITY AS asked (gebied, place)
            LEFT JOIN bedrijven ON bedrijven.gebied = asked.gebied
            GROUP BY asked.gebied, asked.place
            ORDER BY asked.place
            """,
            new { gebieden },
            cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>The counts of one network.</summary>
internal sealed record NetwerkRow
{
    public required string Gebied { get; init; }

    public required int Belangstellenden { get; init; }

    public required int Leden { get; init; }
}
