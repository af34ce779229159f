using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One version of the text that people say yes to.</summary>
internal sealed record ToestemmingstekstRow
{
    public required string Doel { get; init; }

    public required int Versie { get; init; }

    public required string Nederlands { get; init; }

    public required string Engels { get; init; }

    public required DateTimeOffset GepubliceerdOp { get; init; }
}

/// <summary>One yes.</summary>
internal sealed record ToestemmingRow
{
    public required Guid Id { get; init; }

    public required string Doel { get; init; }

    public required int TekstVersie { get; init; }

    public required DateTimeOffset GegevenOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }
}

/// <summary>SQL on consent and on the texts of it.</summary>
internal static class ToestemmingStore
{
    private const int MaximumShown = 200;
    private const string TextColumns = "doel, versie, nederlands, engels, gepubliceerd_op";

    /// <summary>Publishes the next version of a text; false when it is not the next one.</summary>
    public static async Task<bool> TryPublishAsync(NpgsqlConnection connection, ToestemmingstekstRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO metingen.toestemmingsteksten ({TextColumns})
            SELECT @Doel, @Versie, @Nederlands, @Engels, @GepubliceerdOp
            WHERE @Versie = 1 + coalesce((SELECT max(versie) FROM metingen.toestemmingsteksten WHERE doel = @Doel), 0)
            ON CONFLICT DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    public static Task<ToestemmingstekstRow?> FindTextAsync(NpgsqlConnection connection, string doel, int versie, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ToestemmingstekstRow>(new CommandDefinition(
            $"SELECT {TextColumns} FROM metingen.toestemmingsteksten WHERE doel = @doel AND versie = @versie",
            new { doel, versie },
            cancellationToken: cancellationToken));

    /// <summary>The newest text for every purpose.</summary>
    public static async Task<IReadOnlyList<ToestemmingstekstRow>> NewestTextsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ToestemmingstekstRow>(new CommandDefinition(
            $"SELECT DISTINCT ON (doel) {TextColumns} FROM metingen.toestemmingsteksten ORDER BY doel, versie DESC", cancellationToken: cancellationToken))).AsList();

    /// <summary>Everything that this person said yes to, the newest first.</summary>
    public static async Task<IReadOnlyList<ToestemmingRow>> ListAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ToestemmingRow>(new CommandDefinition(
            $"""
            SELECT id, doel, tekst_versie, gegeven_op, ingetrokken_op FROM metingen.toestemmingen
            WHERE pseudoniem = @pseudoniem ORDER BY id DESC LIMIT {MaximumShown}
            """,
            new { pseudoniem },
            cancellationToken: cancellationToken))).AsList();

    public static Task<bool> HasAsync(NpgsqlConnection connection, Guid pseudoniem, string doel, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM metingen.toestemmingen WHERE pseudoniem = @pseudoniem AND doel = @doel AND ingetrokken_op IS NULL)",
            new { pseudoniem, doel },
            cancellationToken: cancellationToken));

    /// <summary>Writes a yes to this version of the text; an earlier yes to another version ends.</summary>
    public static Task GiveAsync(NpgsqlConnection connection, Guid pseudoniem, ToestemmingRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE metingen.toestemmingen SET ingetrokken_op = @GegevenOp
            WHERE pseudoniem = @pseudoniem AND doel = @Doel AND ingetrokken_op IS NULL AND tekst_versie <> @TekstVersie;

            INSERT INTO metingen.toestemmingen (id, pseudoniem, doel, tekst_versie, gegeven_op)
            VALUES (@Id, @pseudoniem, @Doel, @TekstVersie, @GegevenOp)
            ON CONFLICT (pseudoniem, doel) WHERE ingetrokken_op IS NULL DO NOTHING;
            """,
            new { pseudoniem, row.Id, row.Doel, row.TekstVersie, row.GegevenOp },
            cancellationToken: cancellationToken));

    /// <summary>Ends consent for one purpose, or for all of them when <paramref name="doel"/> is null.</summary>
    public static Task WithdrawAsync(NpgsqlConnection connection, Guid pseudoniem, string? doel, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE metingen.toestemmingen SET ingetrokken_op = @now
            WHERE pseudoniem = @pseudoniem AND (@doel::text IS NULL OR doel = @doel) AND ingetrokken_op IS NULL
            """,
            new { pseudoniem, doel, now },
            cancellationToken: cancellationToken));
}
