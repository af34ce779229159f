using System.Text.Json;
using Dapper;
using GrozUtrecht.Tijdbank.Domain.Overzichten;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A report and the moment since which it stands.</summary>
internal sealed record GepubliceerdRapport(Rapport Rapport, DateTimeOffset GepubliceerdOp);

/// <summary>Keeps what was published, so that a month has one report for ever.</summary>
internal static class RapportStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<GepubliceerdRapport?> FindAsync(
        NpgsqlConnection connection, string soort, string sleutel, DateOnly maand, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<(string? Inhoud, DateTimeOffset GepubliceerdOp)>(new CommandDefinition(
            "select inhoud::text as inhoud, gepubliceerd_op from rapport where soort = @soort and sleutel = @sleutel and maand = @maand",
            new { soort, sleutel, maand },
            cancellationToken: cancellationToken));
        return row.Inhoud is null ? null : new(JsonSerializer.Deserialize<Rapport>(row.Inhoud, Json)!, row.GepubliceerdOp);
    }

    /// <summary>Keeps it, unless somebody else was first.</summary>
    public static Task AddAsync(
        NpgsqlConnection connection, string soort, string sleutel, DateOnly maand, Rapport rapport, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into rapport (soort, sleutel, maand, inhoud, gepubliceerd_op) values (@soort, @sleutel, @maand, @inhoud::jsonb, @now) on conflict do nothing",
            new { soort, sleutel, maand, inhoud = JsonSerializer.Serialize(rapport, Json), now },
            cancellationToken: cancellationToken));
}
