using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Agenda;

/// <summary>One row of <c>agendalinks</c>, without the hash.</summary>
internal sealed record AgendalinkRow
{
    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }
}

/// <summary>SQL on <c>agendalinks</c>, and forgetting them with their person.</summary>
internal sealed class AgendalinkStore : IPersoonEraser
{
    public const string Columns = "id, persoon_id, aangemaakt_op";

    public static Task InsertAsync(
        NpgsqlConnection connection, AgendalinkRow row, Guid partnerId, byte[] geheimHash, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO agendalinks (id, partner_id, persoon_id, geheim_hash, aangemaakt_op)
            VALUES (@Id, @partnerId, @PersoonId, @geheimHash, @AangemaaktOp)
            """,
            new { row.Id, partnerId, row.PersoonId, geheimHash, row.AangemaaktOp },
            cancellationToken: cancellationToken));

    public static Task<int> CountAsync(NpgsqlConnection connection, Guid partnerId, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM agendalinks WHERE partner_id = @partnerId AND persoon_id = @persoonId",
            new { partnerId, persoonId },
            cancellationToken: cancellationToken));

    /// <summary>Withdraws a link of this partner; false when there is none.</summary>
    public static async Task<bool> DeleteAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM agendalinks WHERE id = @id AND partner_id = @partnerId", new { id, partnerId }, cancellationToken: cancellationToken)) == 1;

    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM agendalinks WHERE persoon_id = @persoonId", new { persoonId }, cancellationToken: cancellationToken));
}
