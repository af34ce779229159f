using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>SQL on members: the random reference, and apart from it the key that says who it is.</summary>
internal static class LidStore
{
    public static Task<string?> FindAsync(NpgsqlConnection connection, Guid budgetId, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT lidkenmerk FROM contact.preventiebudget_sleutels WHERE budget_id = @budgetId AND persoon_id = @persoonId",
            new { budgetId, persoonId },
            cancellationToken: cancellationToken));

    public static Task InsertAsync(
        NpgsqlConnection connection, Guid budgetId, Guid persoonId, string lidkenmerk, int maximumCenten, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO preventiebudget_leden (budget_id, lidkenmerk, maximum_centen, aangemeld_op) VALUES (@budgetId, @lidkenmerk, @maximumCenten, @now);
            INSERT INTO contact.preventiebudget_sleutels (budget_id, persoon_id, lidkenmerk) VALUES (@budgetId, @persoonId, @lidkenmerk);
            """,
            new { budgetId, persoonId, lidkenmerk, maximumCenten, now },
            cancellationToken: cancellationToken));

    /// <summary>Forgets who this member is; false when nobody is known under it.</summary>
    public static async Task<bool> RemoveAsync(NpgsqlConnection connection, Guid budgetId, string lidkenmerk, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM contact.preventiebudget_sleutels WHERE budget_id = @budgetId AND lidkenmerk = @lidkenmerk",
            new { budgetId, lidkenmerk },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>The registrations for sessions to come for which something is reserved for this person.</summary>
    public static async Task<IReadOnlyList<Guid>> ReservedToComeAsync(
        NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT reservering.deelname_id
            FROM contact.preventiebudget_sleutels sleutel
            JOIN budgetreserveringen reservering
              ON reservering.budget_id = sleutel.budget_id AND reservering.lidkenmerk = sleutel.lidkenmerk AND reservering.status = 'gereserveerd'
            JOIN deelnames deelname ON deelname.id = reservering.deelname_id
            JOIN sessies sessie ON sessie.id = deelname.sessie_id
            WHERE sleutel.persoon_id = @persoonId AND sessie.begint_op > @now
            ORDER BY reservering.deelname_id
            """,
            new { persoonId, now },
            cancellationToken: cancellationToken))];

    public static Task ForgetAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM contact.preventiebudget_sleutels WHERE persoon_id = @persoonId", new { persoonId }, cancellationToken: cancellationToken));
}
