using Dapper;
using GrozUtrecht.VitaalWerken.Domain;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Medewerkers;

/// <summary>What a code invites to.</summary>
internal static class Uitnodigingsoort
{
    public const string Medewerkersscan = "medewerkersscan";

    public const string Programma = "programma";
}

/// <summary>SQL on <c>medewerkers.uitnodigingscodes</c>: codes that are drawn like lots, and used once.</summary>
internal static class UitnodigingscodeStore
{
    /// <summary>Makes codes; they are nowhere but in what this returns.</summary>
    public static async Task<IReadOnlyList<string>> IssueAsync(
        NpgsqlConnection connection, string soort, Guid doelId, int count, DateOnly geldigTotEnMet, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, count).Select(_ => Geheimecode.CreateOnce()).ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkers.uitnodigingscodes (code_hash, soort, doel_id, geldig_tot_en_met)
            SELECT hash, @soort, @doelId, @geldigTotEnMet FROM unnest(@hashes) AS hash
            """,
            new { soort, doelId, geldigTotEnMet, hashes = codes.Select(Geheimecode.Hash).ToArray() },
            cancellationToken: cancellationToken));
        return codes;
    }

    /// <summary>What the code invites to, without using it; null for a code that is unknown, used or too late.</summary>
    public static Task<(string Soort, Guid DoelId)?> FindAsync(
        NpgsqlConnection connection, string code, DateOnly today, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<(string, Guid)?>(new CommandDefinition(
            "SELECT soort, doel_id FROM medewerkers.uitnodigingscodes WHERE code_hash = @hash AND geldig_tot_en_met >= @today",
            new { hash = Geheimecode.Hash(code), today },
            cancellationToken: cancellationToken));

    /// <summary>Uses the code in this transaction, and gives what it invited to; null for a code that is unknown, used or too late.</summary>
    public static Task<Guid?> UseAsync(
        NpgsqlConnection connection, string soort, string code, DateOnly today, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            DELETE FROM medewerkers.uitnodigingscodes
            WHERE code_hash = @hash AND soort = @soort AND geldig_tot_en_met >= @today
            RETURNING doel_id
            """,
            new { hash = Geheimecode.Hash(code), soort, today },
            cancellationToken: cancellationToken));
}
