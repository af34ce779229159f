using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One row of <c>metingen.ervaringen</c>.</summary>
internal sealed record ErvaringRow
{
    public required Guid Id { get; init; }

    public required Guid Pseudoniem { get; init; }

    public required Guid ArrangementId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Keer { get; init; }

    public required int Cijfer { get; init; }

    public required string[] Woorden { get; init; }

    public string? Opmerking { get; init; }

    public required DateOnly GegevenDatum { get; init; }
}

/// <summary>SQL on how people found activities, always of one pseudonym.</summary>
internal static class ErvaringStore
{
    private const int MaximumShown = 500;
    private const string Columns = "id, pseudoniem, arrangement_id, activiteit_id, keer, cijfer, woorden, opmerking, gegeven_datum";

    /// <summary>Adds an answer; false when this question was answered before.</summary>
    public static async Task<bool> TryAddAsync(NpgsqlConnection connection, ErvaringRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO metingen.ervaringen ({Columns})
            VALUES (@Id, @Pseudoniem, @ArrangementId, @ActiviteitId, @Keer, @Cijfer, @Woorden, @Opmerking, @GegevenDatum)
            ON CONFLICT ON CONSTRAINT one_ervaring_per_keer DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    public static async Task<IReadOnlyList<ErvaringRow>> ListAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ErvaringRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.ervaringen WHERE pseudoniem = @pseudoniem ORDER BY id LIMIT {MaximumShown}",
            new { pseudoniem },
            cancellationToken: cancellationToken))).AsList();

    public static Task EraseAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM metingen.ervaringen WHERE pseudoniem = @pseudoniem", new { pseudoniem }, cancellationToken: cancellationToken));
}
