using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data;

/// <summary>SQL on <c>netwerkcoordinatoren</c>.</summary>
internal static class CoordinatorStore
{
    /// <summary>Does this partner coordinate the network of the area?</summary>
    public static Task<bool> IsCoordinatorAsync(NpgsqlConnection connection, string gebied, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM netwerkcoordinatoren WHERE gebied = @gebied AND partner_id = @partnerId)",
            new { gebied, partnerId },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Guid>> ListAsync(NpgsqlConnection connection, string gebied, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT partner_id FROM netwerkcoordinatoren WHERE gebied = @gebied ORDER BY aangewezen_op, partner_id",
            new { gebied },
            cancellationToken: cancellationToken))];

    public static Task AddAsync(NpgsqlConnection connection, string gebied, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO netwerkcoordinatoren (gebied, partner_id, aangewezen_op) VALUES (@gebied, @partnerId, @now) ON CONFLICT DO NOTHING",
            new { gebied, partnerId, now },
            cancellationToken: cancellationToken));

    /// <summary>False when this partner was not a coordinator.</summary>
    public static async Task<bool> RemoveAsync(NpgsqlConnection connection, string gebied, Guid partnerId, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM netwerkcoordinatoren WHERE gebied = @gebied AND partner_id = @partnerId",
            new { gebied, partnerId },
            cancellationToken: cancellationToken)) == 1;
}
