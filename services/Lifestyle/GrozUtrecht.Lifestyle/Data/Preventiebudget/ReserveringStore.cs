using Dapper;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>SQL on <c>budgetreserveringen</c>.</summary>
internal static class ReserveringStore
{
    // The lock is a statement of its own: only the next one sees what whoever held the lock before has committed.
    private const string LockBudget = "SELECT 1 FROM preventiebudget_standen WHERE budget_id = @budgetId FOR NO KEY UPDATE;";

    private const string LockBudgets =
        """
        SELECT 1 FROM preventiebudget_standen
        WHERE budget_id IN (SELECT budget_id FROM budgetreserveringen WHERE deelname_id = ANY (@deelnameIds))
        ORDER BY budget_id FOR NO KEY UPDATE;
        """;

    /// <summary>Locks the balances and reads what decides, in one round trip; null when the budget or the activity is unknown.</summary>
    public static async Task<ReserveringContext?> LockForReservingAsync(
        NpgsqlConnection connection, Guid budgetId, Guid deelnameId, Guid persoonId, Guid activiteitId, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            {LockBudget}
            SELECT budget.status, budget.van_datum, budget.tot_en_met_datum, budget.gebieden, budget.activiteit_ids, budget.dimensies,
              budget.eigen_bijdrage_soort, budget.eigen_bijdrage_waarde, stand.laatste_volgnummer, stand.vrij_centen,
              activiteit.gebied AS activiteit_gebied, activiteit.dimensies AS activiteit_dimensies,
              lid.lidkenmerk, lid.maximum_centen - lid.gebruikt_centen AS lid_ruimte_centen,
              EXISTS (SELECT FROM budgetreserveringen WHERE deelname_id = @deelnameId) AS is_reserved
            FROM preventiebudgetten budget
            JOIN preventiebudget_standen stand ON stand.budget_id = budget.id
            JOIN activiteiten activiteit ON activiteit.id = @activiteitId
            LEFT JOIN contact.preventiebudget_sleutels sleutel ON sleutel.persoon_id = @persoonId AND sleutel.budget_id = budget.id
            LEFT JOIN preventiebudget_leden lid ON lid.budget_id = budget.id AND lid.lidkenmerk = sleutel.lidkenmerk
            WHERE budget.id = @budgetId
            """,
            new { budgetId, deelnameId, persoonId, activiteitId },
            cancellationToken: cancellationToken));
        await results.ReadAsync();
        return await results.ReadSingleOrDefaultAsync<ReserveringContext>();
    }

    public static Task InsertAsync(
        NpgsqlConnection connection, Guid budgetId, Guid deelnameId, string lidkenmerk, Guid activiteitId, DateOnly dag, Vergoeding vergoeding,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO budgetreserveringen (
              deelname_id, budget_id, lidkenmerk, activiteit_id, dimensie, dag, bedrag_centen, eigen_bijdrage_centen, status, gewijzigd_op)
            VALUES (@deelnameId, @budgetId, @lidkenmerk, @activiteitId, @Dimensie, @dag, @BedragCenten, @EigenBijdrageCenten, 'gereserveerd', @now)
            """,
            new
            {
                deelnameId, budgetId, lidkenmerk, activiteitId, dag, now,
                vergoeding.Dimensie, vergoeding.BedragCenten, vergoeding.EigenBijdrageCenten,
            },
            cancellationToken: cancellationToken));

    /// <summary>
    /// The reservations of these deelnames that stand as asked, with the balances of their budgets locked in the order of their ids, so
    /// that two who check in groups wait for each other instead of blocking each other.
    /// </summary>
    public static async Task<IReadOnlyList<ReserveringRow>> LockAsync(
        NpgsqlConnection connection, IReadOnlyList<Guid> deelnameIds, Reserveringstatus status, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            {LockBudgets}
            SELECT reservering.deelname_id, reservering.budget_id, budget.partner_id, reservering.lidkenmerk, reservering.activiteit_id,
              reservering.dag, reservering.bedrag_centen, reservering.status, reservering.gedeclareerd_in IS NOT NULL AS is_declared,
              sessie.begint_op, budget.bij_niet_verschijnen, budget.afmelden_tot_uren, stand.laatste_volgnummer
            FROM budgetreserveringen reservering
            JOIN preventiebudgetten budget ON budget.id = reservering.budget_id
            JOIN preventiebudget_standen stand ON stand.budget_id = reservering.budget_id
            JOIN deelnames deelname ON deelname.id = reservering.deelname_id
            JOIN sessies sessie ON sessie.id = deelname.sessie_id
            WHERE reservering.deelname_id = ANY (@deelnameIds) AND reservering.status = @status
            ORDER BY reservering.budget_id, reservering.deelname_id
            """,
            new { deelnameIds = deelnameIds.ToArray(), status = Words.Of(status) },
            cancellationToken: cancellationToken));
        await results.ReadAsync();
        return [.. await results.ReadAsync<ReserveringRow>()];
    }

    public static Task<bool> IsOfAsync(NpgsqlConnection connection, Guid deelnameId, Guid budgetId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM budgetreserveringen WHERE deelname_id = @deelnameId AND budget_id = @budgetId)",
            new { deelnameId, budgetId },
            cancellationToken: cancellationToken));

    /// <summary>Moves reservations on; their bookings move the money.</summary>
    public static Task MoveAsync(
        NpgsqlConnection connection, IReadOnlyList<Guid> deelnameIds, IReadOnlyList<string> statussen, string? reden, DateOnly? dag,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE budgetreserveringen SET status = moved.status, reden = coalesce(@reden, reden), dag = coalesce(@dag, dag), gewijzigd_op = @now
            FROM unnest(@deelnameIds, @statussen) AS moved (deelname_id, status)
            WHERE budgetreserveringen.deelname_id = moved.deelname_id
            """,
            new { deelnameIds = deelnameIds.ToArray(), statussen = statussen.ToArray(), reden, dag, now },
            cancellationToken: cancellationToken));
}
