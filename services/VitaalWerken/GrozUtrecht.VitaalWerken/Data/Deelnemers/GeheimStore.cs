using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>SQL on <c>medewerkers.programmageheimen</c>.</summary>
internal static class GeheimStore
{
    private const int Bytes = 32;

    /// <summary>Gives the programme a secret, if it has none yet, and locks it until the end of the transaction.</summary>
    public static Task EnsureAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO medewerkers.programmageheimen (programma_id, geheim) VALUES (@programmaId, @geheim) "
            + "ON CONFLICT (programma_id) DO UPDATE SET geheim = programmageheimen.geheim",
            new { programmaId, geheim = RandomNumberGenerator.GetBytes(Bytes) },
            cancellationToken: cancellationToken));

    /// <summary>The secret; null as long as nobody was invited.</summary>
    public static Task<byte[]?> FindAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<byte[]>(new CommandDefinition(
            "SELECT geheim FROM medewerkers.programmageheimen WHERE programma_id = @programmaId", new { programmaId }, cancellationToken: cancellationToken));

    /// <summary>How many codes of the programme are still to be used.</summary>
    public static Task<int> CountCodesAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::integer FROM medewerkers.uitnodigingscodes WHERE soort = 'programma' AND doel_id = @programmaId",
            new { programmaId },
            cancellationToken: cancellationToken));
}
