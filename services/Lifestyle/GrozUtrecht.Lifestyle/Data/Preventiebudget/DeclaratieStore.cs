using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>One row of <c>declaraties</c>.</summary>
internal sealed record DeclaratieRow
{
    public const string Columns = "id, budget_id, maand, aantal_regels, totaal_centen, vastgesteld_op";

    public required Guid Id { get; init; }

    public required Guid BudgetId { get; init; }

    public required DateOnly Maand { get; init; }

    public required int AantalRegels { get; init; }

    public required long TotaalCenten { get; init; }

    public required DateTimeOffset VastgesteldOp { get; init; }
}

/// <summary>One row of <c>declaratieregels</c>.</summary>
internal sealed record DeclaratieregelRow
{
    public required int Regelnummer { get; init; }

    public required string Soort { get; init; }

    public required string Lidkenmerk { get; init; }

    public required DateOnly Dag { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Dimensie { get; init; }

    public required long BedragCenten { get; init; }

    public required int EigenBijdrageCenten { get; init; }
}

/// <summary>What a declaration moves in the ledger.</summary>
internal sealed record DeclaratieSommen(long BestedingenCenten, long CorrectiesCenten);

/// <summary>A declaration, and which insurer it is for.</summary>
internal sealed record EigenDeclaratie(DeclaratieRow Declaratie, string Uzovi);

/// <summary>SQL on declarations.</summary>
internal static class DeclaratieStore
{
    /// <summary>What is over goes in the next declaration.</summary>
    private const int MaximumLines = 50_000;

    public static async Task<IReadOnlyList<DeclaratieRow>> OfBudgetAsync(
        NpgsqlConnection connection, Guid budgetId, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<DeclaratieRow>(new CommandDefinition(
            $"SELECT {DeclaratieRow.Columns} FROM declaraties WHERE budget_id = @budgetId ORDER BY maand",
            new { budgetId },
            cancellationToken: cancellationToken))];

    /// <summary>
    /// Puts everything that was spent until the end of the month and was not declared yet on lines, with the corrections of what was
    /// declared before, and says what that comes to. The balances of the budget are locked.
    /// </summary>
    public static Task<DeclaratieSommen> CloseAsync(
        NpgsqlConnection connection, Guid id, Guid budgetId, DateOnly maand, DateOnly until, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<DeclaratieSommen>(new CommandDefinition(
            """
            WITH due AS (
              SELECT deelname_id, lidkenmerk, dag, activiteit_id, dimensie, status = 'besteed' AS is_spending,
                CASE status WHEN 'besteed' THEN bedrag_centen ELSE -bedrag_centen END AS bedrag_centen,
                CASE status WHEN 'besteed' THEN eigen_bijdrage_centen ELSE -eigen_bijdrage_centen END AS eigen_bijdrage_centen
              FROM budgetreserveringen
              WHERE budget_id = @budgetId AND (
                (status = 'besteed' AND gedeclareerd_in IS NULL AND dag <= @until)
                OR (status = 'teruggedraaid' AND gedeclareerd_in IS NOT NULL AND gecorrigeerd_in IS NULL))
              ORDER BY is_spending, dag, deelname_id LIMIT @MaximumLines
            ), declaratie AS (
              INSERT INTO declaraties (id, budget_id, maand, aantal_regels, totaal_centen, vastgesteld_op)
              SELECT @id, @budgetId, @maand, count(*), coalesce(sum(bedrag_centen), 0), @now FROM due
            ), regel AS (
              INSERT INTO declaratieregels (
                declaratie_id, regelnummer, soort, deelname_id, lidkenmerk, dag, activiteit_id, dimensie, bedrag_centen, eigen_bijdrage_centen)
              SELECT @id, row_number() OVER (ORDER BY dag, deelname_id), CASE WHEN is_spending THEN 'besteding' ELSE 'correctie' END,
                deelname_id, lidkenmerk, dag, activiteit_id, dimensie, bedrag_centen, eigen_bijdrage_centen
              FROM due
            ), declared AS (
              UPDATE budgetreserveringen SET
                gedeclareerd_in = CASE WHEN due.is_spending THEN @id ELSE gedeclareerd_in END,
                gecorrigeerd_in = CASE WHEN due.is_spending THEN NULL ELSE @id END
              FROM due WHERE budgetreserveringen.deelname_id = due.deelname_id
            )
            SELECT coalesce(sum(bedrag_centen) FILTER (WHERE is_spending), 0)::bigint AS bestedingen_centen,
              coalesce(-sum(bedrag_centen) FILTER (WHERE NOT is_spending), 0)::bigint AS correcties_centen
            FROM due
            """,
            new { id, budgetId, maand, until, now, MaximumLines },
            cancellationToken: cancellationToken));

    public static Task<DeclaratieRow> GetAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<DeclaratieRow>(new CommandDefinition(
            $"SELECT {DeclaratieRow.Columns} FROM declaraties WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>A declaration of this partner's budget, with the number of the insurer.</summary>
    public static async Task<EigenDeclaratie?> FindOwnAsync(
        NpgsqlDataSource database, Guid budgetId, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var uzovi = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT uzovi FROM declaraties JOIN preventiebudgetten budget ON budget.id = budget_id
            WHERE declaraties.id = @id AND budget_id = @budgetId AND partner_id = @partnerId
            """,
            new { id, budgetId, partnerId },
            cancellationToken: cancellationToken));
        return uzovi is null ? null : new(await GetAsync(connection, id, cancellationToken), uzovi);
    }

    public static async Task<IReadOnlyList<DeclaratieregelRow>> LinesAsync(NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<DeclaratieregelRow>(new CommandDefinition(
            """
            SELECT regelnummer, soort, lidkenmerk, dag, activiteit_id, dimensie, bedrag_centen, eigen_bijdrage_centen
            FROM declaratieregels WHERE declaratie_id = @id ORDER BY regelnummer
            """,
            new { id },
            cancellationToken: cancellationToken))];
    }
}
