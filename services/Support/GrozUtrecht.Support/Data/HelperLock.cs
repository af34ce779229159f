using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>
/// Holds helpers until the end of the transaction, always in order of id and after the hulpvraag, so that appointments with one
/// helper are made one after the other and nobody waits for each other.
/// </summary>
internal static class HelperLock
{
    /// <summary>
    /// Holds a helper together with the maatje. False when another transaction has one of them and the caller does not wait: who holds
    /// a helper already never waits for a second one.
    /// </summary>
    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, Guid helperId, bool wait, CancellationToken cancellationToken)
    {
        var held = (await connection.QueryAsync<(Guid Id, Guid? MaatjeId)>(new CommandDefinition(
            $"""
            SELECT id, maatje_id FROM helpers
            WHERE id = @helperId OR id = (SELECT maatje_id FROM helpers WHERE id = @helperId)
            ORDER BY id FOR UPDATE {(wait ? "" : "SKIP LOCKED")}
            """,
            new { helperId },
            cancellationToken: cancellationToken))).ToDictionary(helper => helper.Id, helper => helper.MaatjeId);
        return held.TryGetValue(helperId, out var maatjeId) && (maatjeId is null || held.ContainsKey(maatjeId.Value));
    }

    /// <summary>Holds every helper with an appointment of this hulpvraag that is still to be settled.</summary>
    public static Task OfHulpvraagAsync(NpgsqlConnection connection, Guid hulpvraagId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            SELECT FROM helpers
            WHERE id IN (SELECT helper_id FROM afspraken WHERE hulpvraag_id = @hulpvraagId AND status IN ('gepland', 'minuten-verschillen'))
            ORDER BY id FOR UPDATE
            """,
            new { hulpvraagId },
            cancellationToken: cancellationToken));
}
