using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>SQL on <c>preventiebudgetten</c>. Whose budget it is is decided in the WHERE.</summary>
internal static class PreventiebudgetStore
{
    public static Task InsertAsync(NpgsqlConnection connection, PreventiebudgetRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO preventiebudgetten ({PreventiebudgetRow.Columns})
            VALUES (@Id, @PartnerId, @Version, @Status, @Naam, @Verzekeraar, @Uzovi, @Gemeente, @Gebieden, @VanDatum, @TotEnMetDatum, @BedragCenten,
              @MaximumPerPersoonCenten, @ActiviteitIds, @Dimensies, @EigenBijdrageSoort, @EigenBijdrageWaarde, @BijNietVerschijnen, @AfmeldenTotUren,
              @AangemaaktOp, @GewijzigdOp, @GeopendOp, @GeslotenOp);
            INSERT INTO preventiebudget_standen (budget_id) VALUES (@Id);
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change; members who are there already get the maximum that was agreed last.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, PreventiebudgetRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE preventiebudgetten SET
              version = @Version, status = @Status, naam = @Naam, verzekeraar = @Verzekeraar, uzovi = @Uzovi, gemeente = @Gemeente,
              gebieden = @Gebieden, van_datum = @VanDatum, tot_en_met_datum = @TotEnMetDatum, bedrag_centen = @BedragCenten,
              maximum_per_persoon_centen = @MaximumPerPersoonCenten, activiteit_ids = @ActiviteitIds, dimensies = @Dimensies,
              eigen_bijdrage_soort = @EigenBijdrageSoort, eigen_bijdrage_waarde = @EigenBijdrageWaarde,
              bij_niet_verschijnen = @BijNietVerschijnen, afmelden_tot_uren = @AfmeldenTotUren, gewijzigd_op = @GewijzigdOp,
              geopend_op = @GeopendOp, gesloten_op = @GeslotenOp
            WHERE id = @Id AND partner_id = @PartnerId;
            UPDATE preventiebudget_leden SET maximum_centen = @MaximumPerPersoonCenten
            WHERE budget_id = @Id AND maximum_centen <> @MaximumPerPersoonCenten;
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The partner's own budget, locked together with its balances: nobody reserves while it changes.</summary>
    public static async Task<PreventiebudgetRow?> LockOwnAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT 1 FROM preventiebudget_standen
            WHERE budget_id = (SELECT id FROM preventiebudgetten WHERE id = @id AND partner_id = @partnerId) FOR NO KEY UPDATE;
            SELECT {PreventiebudgetRow.Columns} FROM preventiebudgetten WHERE id = @id AND partner_id = @partnerId FOR NO KEY UPDATE;
            """,
            new { id, partnerId },
            cancellationToken: cancellationToken));
        await results.ReadAsync();
        return await results.ReadSingleOrDefaultAsync<PreventiebudgetRow>();
    }

    public static async Task<PreventiebudgetRow?> FindOwnAsync(
        NpgsqlDataSource database, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<PreventiebudgetRow>(new CommandDefinition(
            $"SELECT {PreventiebudgetRow.Columns} FROM preventiebudgetten WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>How many of these activities there are that this partner may see.</summary>
    public static Task<int> CountActiviteitenAsync(
        NpgsqlConnection connection, IReadOnlyList<Guid> activiteitIds, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM activiteiten WHERE id = ANY (@ids) AND (partner_id = @partnerId OR status <> 'concept')",
            new { ids = activiteitIds.ToArray(), partnerId },
            cancellationToken: cancellationToken));
}
