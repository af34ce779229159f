using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>What is spent in one month for one dimension, beside the balances, which are the same on every row.</summary>
internal sealed record StandRow
{
    public required long ToegezegdCenten { get; init; }

    public required long VrijCenten { get; init; }

    public required long GereserveerdCenten { get; init; }

    public required long GedeclareerdCenten { get; init; }

    public required int AantalLeden { get; init; }

    /// <summary>First day of the month; null when nothing was spent yet.</summary>
    public DateOnly? Maand { get; init; }

    public string? Dimensie { get; init; }

    public long BesteedCenten { get; init; }
}

/// <summary>Reads of the balances.</summary>
internal static class StandStore
{
    public static Task<long> VrijAsync(NpgsqlConnection connection, Guid budgetId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT vrij_centen FROM preventiebudget_standen WHERE budget_id = @budgetId", new { budgetId }, cancellationToken: cancellationToken));

    /// <summary>Everything of one moment, because it is one statement; no rows when the budget is not this partner's.</summary>
    public static async Task<IReadOnlyList<StandRow>> ReadAsync(
        NpgsqlDataSource database, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<StandRow>(new CommandDefinition(
            """
            SELECT -stand.toegezegd_centen AS toegezegd_centen, stand.vrij_centen, stand.gereserveerd_centen,
              stand.gedeclareerd_centen, leden.aantal_leden, spent.maand, spent.dimensie, coalesce(spent.besteed_centen, 0) AS besteed_centen
            FROM preventiebudgetten budget
            JOIN preventiebudget_standen stand ON stand.budget_id = budget.id
            CROSS JOIN LATERAL (
              SELECT count(*)::int AS aantal_leden FROM preventiebudget_leden WHERE budget_id = budget.id AND gebruikt_centen > 0) AS leden
            LEFT JOIN LATERAL (
              SELECT date_trunc('month', dag)::date AS maand, dimensie, sum(bedrag_centen)::bigint AS besteed_centen
              FROM budgetreserveringen WHERE budget_id = budget.id AND status = 'besteed'
              GROUP BY 1, 2) AS spent ON true
            WHERE budget.id = @id AND budget.partner_id = @partnerId
            ORDER BY spent.maand, spent.dimensie
            """,
            new { id, partnerId },
            cancellationToken: cancellationToken))];
    }
}
