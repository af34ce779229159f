using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>A row of <c>kaartcategorieen</c>.</summary>
internal sealed record KaartcategorieRow
{
    public required string Code { get; init; }

    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? Bovenliggend { get; init; }
}

/// <summary>The taxonomy of the sociale kaart: a short table that only a migration changes.</summary>
internal static class KaartcategorieStore
{
    public static async Task<IReadOnlyList<KaartcategorieRow>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<KaartcategorieRow>(new CommandDefinition(
            "SELECT code, id, naam, omschrijving, bovenliggend FROM kaartcategorieen ORDER BY id",
            cancellationToken: cancellationToken))];

    public static async Task<bool> AllExistAsync(NpgsqlConnection connection, string[] codes, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM kaartcategorieen WHERE code = ANY (@codes)",
            new { codes },
            cancellationToken: cancellationToken)) == codes.Length;
}
