using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Leveranciers;

/// <summary>SQL on <c>aanbod</c>.</summary>
internal static class AanbodStore
{
    public const string Columns =
        """
        id, leverancier_id, version, status, titel, omschrijving, onderwerp, vorm, duur_minuten, groep_minimum, groep_maximum, prijssoort, prijs_centen,
        tegenprestatie, gebieden, beschikbaar, beschikbaar_vanaf, beschikbaar_tot_en_met, leerplek, aangemaakt_op, gewijzigd_op
        """;

    /// <summary>Whether a partner may see an offer: its own, or one that is on, of a supplier that takes part.</summary>
    public const string Visible =
        """
        EXISTS (SELECT FROM leveranciers AS l WHERE l.id = leverancier_id AND (l.partner_id = @partnerId OR (l.status = 'actief' AND aanbod.status = 'actief')))
        """;

    public static Task InsertAsync(NpgsqlConnection connection, AanbodRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO aanbod ({Columns})
            VALUES (@Id, @LeverancierId, @Version, @Status, @Titel, @Omschrijving, @Onderwerp, @Vorm, @DuurMinuten, @GroepMinimum, @GroepMaximum,
                    @Prijssoort, @PrijsCenten, @Tegenprestatie, @Gebieden, @Beschikbaar, @BeschikbaarVanaf, @BeschikbaarTotEnMet, @Leerplek,
                    @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, AanbodRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE aanbod
            SET version = @Version, status = @Status, titel = @Titel, omschrijving = @Omschrijving, onderwerp = @Onderwerp, vorm = @Vorm,
                duur_minuten = @DuurMinuten, groep_minimum = @GroepMinimum, groep_maximum = @GroepMaximum, prijssoort = @Prijssoort,
                prijs_centen = @PrijsCenten, tegenprestatie = @Tegenprestatie, gebieden = @Gebieden, beschikbaar = @Beschikbaar,
                beschikbaar_vanaf = @BeschikbaarVanaf, beschikbaar_tot_en_met = @BeschikbaarTotEnMet, leerplek = @Leerplek,
                gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<AanbodRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbodRow>(new CommandDefinition(
            $"SELECT {Columns} FROM aanbod WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    public static Task<AanbodRow?> FindVisibleAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbodRow>(new CommandDefinition(
            $"SELECT {Columns} FROM aanbod WHERE id = @id AND {Visible}", new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>An offer of a supplier of this partner, locked until the transaction ends.</summary>
    public static Task<AanbodRow?> LockOwnAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbodRow>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM aanbod
            WHERE id = @id AND EXISTS (SELECT FROM leveranciers AS l WHERE l.id = leverancier_id AND l.partner_id = @partnerId)
            FOR UPDATE
            """,
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
