using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>An entry that somebody must look at again.</summary>
internal sealed record VerificatieRow
{
    public required string Soort { get; init; }

    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public string? OnderhoudenDoor { get; init; }

    public required DateOnly GeverifieerdDatum { get; init; }

    public required DateOnly VerifierenVoorDatum { get; init; }
}

internal static class VerificatieStore
{
    /// <summary>What this partner has published and must be looked at before this day, longest overdue first.</summary>
    public static async Task<IReadOnlyList<VerificatieRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, DateOnly before, DateOnly afterDate, Guid afterId, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<VerificatieRow>(new CommandDefinition(
            $"""
            SELECT soort, id, naam, onderhouden_door, geverifieerd_datum, verifieren_voor_datum
            FROM ({Of("organisatie", "organisaties")} UNION ALL {Of("voorziening", "voorzieningen")}) AS e
            ORDER BY verifieren_voor_datum, id
            LIMIT @count
            """,
            new { partnerId, before, afterDate, afterId, count },
            cancellationToken: cancellationToken))];

    private static string Of(string soort, string table) =>
        $"""
        (SELECT '{soort}' AS soort, id, naam, onderhouden_door, geverifieerd_datum, verifieren_voor_datum
        FROM {table}
        WHERE partner_id = @partnerId AND status = 'gepubliceerd' AND verifieren_voor_datum <= @before
          AND (verifieren_voor_datum, id) > (@afterDate, @afterId)
        ORDER BY verifieren_voor_datum, id
        LIMIT @count)
        """;
}
