using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Inspiratie;

/// <summary>SQL on what employees tell after a meeting, and on the figures of it.</summary>
internal static class BelangstellingStore
{
    /// <summary>Keeps the answer while there is room; who tells it cannot see whether there was. The meeting is locked by this transaction.</summary>
    public static Task AddAsync(NpgsqlConnection connection, Guid bijeenkomstId, string[] onderwerpen, int most, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkers.belangstelling (bijeenkomst_id, onderwerpen)
            SELECT @bijeenkomstId, @onderwerpen
            WHERE (SELECT count(*) FROM medewerkers.belangstelling WHERE bijeenkomst_id = @bijeenkomstId) < @most
            """,
            new { bijeenkomstId, onderwerpen, most },
            cancellationToken: cancellationToken));

    /// <summary>Takes all answers away, and gives them in no order that says anything.</summary>
    public static async Task<IReadOnlyList<string[]>> TakeAsync(NpgsqlConnection connection, Guid bijeenkomstId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<string[]>(new CommandDefinition(
            "DELETE FROM medewerkers.belangstelling WHERE bijeenkomst_id = @bijeenkomstId RETURNING onderwerpen",
            new { bijeenkomstId },
            cancellationToken: cancellationToken))).AsList();

    public static Task PublishAsync(
        NpgsqlConnection connection, Guid bijeenkomstId, IReadOnlyList<(string Onderwerp, int Aantal)> cijfers, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO inspiratiebelangstelling (bijeenkomst_id, onderwerp, aantal)
            SELECT @bijeenkomstId, onderwerp, aantal FROM unnest(@onderwerpen, @aantallen) AS cijfer (onderwerp, aantal)
            """,
            new
            {
                bijeenkomstId,
                onderwerpen = cijfers.Select(cijfer => cijfer.Onderwerp).ToArray(),
                aantallen = cijfers.Select(cijfer => cijfer.Aantal).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<(string Onderwerp, int Aantal)>> ReadAsync(
        NpgsqlConnection connection, Guid bijeenkomstId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(string, int)>(new CommandDefinition(
            "SELECT onderwerp, aantal FROM inspiratiebelangstelling WHERE bijeenkomst_id = @bijeenkomstId ORDER BY aantal DESC, onderwerp",
            new { bijeenkomstId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>A meeting over whose last moment for answers this is; locked, and passing over what another replica holds.</summary>
    public static Task<InspiratieRow?> LockDueAsync(NpgsqlConnection connection, DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<InspiratieRow>(new CommandDefinition(
            $"""
            SELECT {InspiratieStore.Columns}
            FROM inspiratiebijeenkomsten
            WHERE gesloten_op IS NULL AND status <> 'afgelast' AND eindigt_op < @endedBefore
            ORDER BY eindigt_op
            LIMIT 1
            FOR NO KEY UPDATE SKIP LOCKED
            """,
            new { endedBefore },
            cancellationToken: cancellationToken));
}
