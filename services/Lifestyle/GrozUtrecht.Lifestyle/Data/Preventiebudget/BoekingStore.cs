using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>SQL on the journal and the balances. The database applies each booking to the balances itself.</summary>
internal static class BoekingStore
{
    /// <summary>Locks the balances of a budget and gives the number of its last booking; null when there is no such budget.</summary>
    public static Task<long?> LockAsync(NpgsqlConnection connection, Guid budgetId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT laatste_volgnummer FROM preventiebudget_standen WHERE budget_id = @budgetId FOR NO KEY UPDATE",
            new { budgetId },
            cancellationToken: cancellationToken));

    /// <summary>Writes bookings in one statement, in order of their numbers.</summary>
    public static Task InsertAsync(
        NpgsqlConnection connection, IReadOnlyList<BoekingRow> rows, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO budgetboekingen (
              id, budget_id, volgnummer, soort, van, naar, bedrag_centen, lidkenmerk, deelname_id, declaratie_id, reden, geboekt_op)
            SELECT id, budget_id, volgnummer, soort, van, naar, bedrag_centen, lidkenmerk, deelname_id, declaratie_id, reden, @now
            FROM unnest(@ids, @budgetIds, @volgnummers, @soorten, @van, @naar, @bedragen, @lidkenmerken, @deelnameIds, @declaratieIds, @redenen)
              AS boeking (id, budget_id, volgnummer, soort, van, naar, bedrag_centen, lidkenmerk, deelname_id, declaratie_id, reden)
            ORDER BY budget_id, volgnummer
            """,
            new
            {
                ids = rows.Select(row => row.Id).ToArray(),
                budgetIds = rows.Select(row => row.BudgetId).ToArray(),
                volgnummers = rows.Select(row => row.Volgnummer).ToArray(),
                soorten = rows.Select(row => Words.Of(row.Boeking.Soort)).ToArray(),
                van = rows.Select(row => Words.Of(row.Boeking.Van)).ToArray(),
                naar = rows.Select(row => Words.Of(row.Boeking.Naar)).ToArray(),
                bedragen = rows.Select(row => row.Boeking.BedragCenten).ToArray(),
                lidkenmerken = rows.Select(row => row.Lidkenmerk).ToArray(),
                deelnameIds = rows.Select(row => row.DeelnameId).ToArray(),
                declaratieIds = rows.Select(row => row.DeclaratieId).ToArray(),
                redenen = rows.Select(row => row.Reden).ToArray(),
                now,
            },
            cancellationToken: cancellationToken));
}
