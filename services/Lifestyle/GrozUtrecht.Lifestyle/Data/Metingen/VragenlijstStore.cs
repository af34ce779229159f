using System.Text.Json;
using Dapper;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One row of <c>metingen.vragenlijsten</c>.</summary>
internal sealed record VragenlijstRow
{
    public required string Code { get; init; }

    public required int Versie { get; init; }

    public required string Titel { get; init; }

    public required string Bron { get; init; }

    public required string Licentie { get; init; }

    public required string Inhoud { get; init; }

    public required DateTimeOffset GepubliceerdOp { get; init; }

    /// <summary>The questions as they were published.</summary>
    public VragenlijstInhoud Read() => JsonSerializer.Deserialize<VragenlijstInhoud>(Inhoud, VragenlijstStore.Json)!;
}

/// <summary>SQL on questionnaires. There is no update: a published version never changes.</summary>
internal static class VragenlijstStore
{
    public static readonly JsonSerializerOptions Json = Options();

    private const string Columns = "code, versie, titel, bron, licentie, inhoud::text AS inhoud, gepubliceerd_op";

    /// <summary>Publishes the next version; false when it is not the next one.</summary>
    public static async Task<bool> TryPublishAsync(NpgsqlConnection connection, VragenlijstRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO metingen.vragenlijsten (code, versie, titel, bron, licentie, inhoud, gepubliceerd_op)
            SELECT @Code, @Versie, @Titel, @Bron, @Licentie, @Inhoud::jsonb, @GepubliceerdOp
            WHERE @Versie = 1 + coalesce((SELECT max(versie) FROM metingen.vragenlijsten WHERE code = @Code), 0)
            ON CONFLICT DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>True when this version was published with the same content.</summary>
    public static Task<bool> IsSameAsync(NpgsqlConnection connection, VragenlijstRow row, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM metingen.vragenlijsten
              WHERE code = @Code AND versie = @Versie AND titel = @Titel AND bron = @Bron AND licentie = @Licentie AND inhoud = @Inhoud::jsonb)
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<VragenlijstRow?> FindAsync(NpgsqlConnection connection, string code, int versie, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VragenlijstRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.vragenlijsten WHERE code = @code AND versie = @versie", new { code, versie }, cancellationToken: cancellationToken));

    /// <summary>The newest version of every questionnaire, in order of code.</summary>
    public static async Task<IReadOnlyList<VragenlijstRow>> ListNewestAsync(NpgsqlConnection connection, string after, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<VragenlijstRow>(new CommandDefinition(
            $"SELECT DISTINCT ON (code) {Columns} FROM metingen.vragenlijsten WHERE code > @after ORDER BY code, versie DESC LIMIT @limit",
            new { after, limit },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Those of the codes of which a version is published, in order.</summary>
    public static async Task<string[]> PublishedAsync(NpgsqlConnection connection, IReadOnlyList<string> codes, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT code FROM metingen.vragenlijsten WHERE code = ANY (@codes) ORDER BY code",
            new { codes = codes.ToArray() },
            cancellationToken: cancellationToken))];

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonReading.Apply(options);
        return options;
    }
}
