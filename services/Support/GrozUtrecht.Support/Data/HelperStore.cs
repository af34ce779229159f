using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data;

internal static class HelperStore
{
    /// <summary>Stores a new helper; false when this partner has this person as a helper already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Guid partnerId, HelperRow helper, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO helpers (
              id, partner_id, persoon_id, postcode, categorieen, straal_kilometers, maximum_minuten_per_week, talen, soort, vaardigheden, auto,
              vog_geldig_tot_datum, bezwaren, maatje_id, beschikbaarheid, uitzonderingen, gepauzeerd_van_datum, gepauzeerd_tot_datum, version, aangemaakt_op)
            VALUES (
              @Id, @PartnerId, @PersoonId, @Postcode, @Categorieen, @StraalKilometers, @MaximumMinutenPerWeek, @Talen, @Soort, @Vaardigheden, @Auto,
              @VogGeldigTotDatum, @Bezwaren, @MaatjeId, @Beschikbaarheid::jsonb, @Uitzonderingen::jsonb, @GepauzeerdVanDatum, @GepauzeerdTotDatum, @Version,
              @AangemaaktOp)
            ON CONFLICT (partner_id, persoon_id) DO NOTHING
            """,
            Parameters(helper, partnerId),
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Stores the changed profile of a locked helper.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, HelperRow helper, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE helpers
            SET postcode = @Postcode, categorieen = @Categorieen, straal_kilometers = @StraalKilometers, maximum_minuten_per_week = @MaximumMinutenPerWeek,
              talen = @Talen, soort = @Soort, vaardigheden = @Vaardigheden, auto = @Auto, vog_geldig_tot_datum = @VogGeldigTotDatum, bezwaren = @Bezwaren,
              maatje_id = @MaatjeId, beschikbaarheid = @Beschikbaarheid::jsonb, uitzonderingen = @Uitzonderingen::jsonb,
              gepauzeerd_van_datum = @GepauzeerdVanDatum, gepauzeerd_tot_datum = @GepauzeerdTotDatum, version = @Version
            WHERE id = @Id
            """,
            helper,
            cancellationToken: cancellationToken));

    public static Task<HelperRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<HelperRow>(new CommandDefinition(
            $"SELECT {HelperRow.Columns} FROM helpers WHERE id = @id AND partner_id = @partnerId AND verwijderd_op IS NULL",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Holds the helper until the end of the transaction, so that appointments with one helper are made one after the other.</summary>
    public static Task LockAsync(NpgsqlConnection connection, Guid helperId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM helpers WHERE id = @helperId FOR UPDATE", new { helperId }, cancellationToken: cancellationToken));

    public static Task MarkAskedAsync(NpgsqlConnection connection, Guid helperId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE helpers SET laatst_gevraagd_op = @now WHERE id = @helperId", new { helperId, now }, cancellationToken: cancellationToken));

    private static DynamicParameters Parameters(HelperRow helper, Guid partnerId)
    {
        var parameters = new DynamicParameters(helper);
        parameters.Add("PartnerId", partnerId);
        return parameters;
    }
}
