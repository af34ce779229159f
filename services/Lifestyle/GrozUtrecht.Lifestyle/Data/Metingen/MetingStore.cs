using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>SQL on measurements, always of one pseudonym.</summary>
internal static class MetingStore
{
    private const string Columns = "id, version, pseudoniem, arrangement_id, maanden, ingediend_datum, ingediend_op";

    // A person has one running arrangement at a time, of four moments: this is decades of them.
    private const int MaximumMetingen = 200;

    public static Task<MetingRow?> FindAsync(NpgsqlConnection connection, Guid pseudoniem, Guid arrangementId, int maanden, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MetingRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.metingen WHERE pseudoniem = @pseudoniem AND arrangement_id = @arrangementId AND maanden = @maanden",
            new { pseudoniem, arrangementId, maanden },
            cancellationToken: cancellationToken));

    /// <summary>Writes a measurement in full; what it said before is gone.</summary>
    public static async Task SaveAsync(
        NpgsqlConnection connection, MetingRow row, IEnumerable<AntwoordenRow> antwoorden, IEnumerable<ScoreRow> scores, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO metingen.metingen ({Columns}) VALUES (@Id, @Version, @Pseudoniem, @ArrangementId, @Maanden, @IngediendDatum, @IngediendOp)
            ON CONFLICT (id) DO UPDATE SET version = @Version;

            DELETE FROM metingen.antwoorden WHERE meting_id = @Id;
            """,
            row,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO metingen.antwoorden (meting_id, vragenlijst, vragenlijst_versie, waarden) VALUES (@MetingId, @Vragenlijst, @VragenlijstVersie, @Waarden::jsonb)",
            antwoorden,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO metingen.scores (meting_id, vragenlijst, dimensie, score) VALUES (@MetingId, @Vragenlijst, @Dimensie, @Score)",
            scores,
            cancellationToken: cancellationToken));
    }

    /// <summary>All measurements under a pseudonym, the oldest first.</summary>
    public static async Task<IReadOnlyList<MetingRow>> ListAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MetingRow>(new CommandDefinition(
            $"""
            SELECT * FROM (SELECT {Columns} FROM metingen.metingen WHERE pseudoniem = @pseudoniem ORDER BY id DESC LIMIT {MaximumMetingen}) newest
            ORDER BY id
            """,
            new { pseudoniem },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<ILookup<Guid, AntwoordenRow>> AntwoordenAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<AntwoordenRow>(new CommandDefinition(
            """
            SELECT meting_id, vragenlijst, vragenlijst_versie, waarden::text AS waarden
            FROM metingen.antwoorden JOIN metingen.metingen ON id = meting_id
            WHERE pseudoniem = @pseudoniem ORDER BY meting_id, vragenlijst
            """,
            new { pseudoniem },
            cancellationToken: cancellationToken))).ToLookup(row => row.MetingId);

    public static async Task<ILookup<(Guid MetingId, string Vragenlijst), ScoreRow>> ScoresAsync(
        NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ScoreRow>(new CommandDefinition(
            """
            SELECT meting_id, vragenlijst, dimensie, score FROM metingen.scores JOIN metingen.metingen ON id = meting_id
            WHERE pseudoniem = @pseudoniem ORDER BY meting_id, vragenlijst, dimensie
            """,
            new { pseudoniem },
            cancellationToken: cancellationToken))).ToLookup(row => (row.MetingId, row.Vragenlijst));

    /// <summary>Erases every measurement under a pseudonym, with its answers and scores.</summary>
    public static Task EraseAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM metingen.metingen WHERE pseudoniem = @pseudoniem", new { pseudoniem }, cancellationToken: cancellationToken));
}
