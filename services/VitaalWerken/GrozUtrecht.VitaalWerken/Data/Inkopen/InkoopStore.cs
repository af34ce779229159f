using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Inkopen;

/// <summary>SQL on <c>inkopen</c>.</summary>
internal static class InkoopStore
{
    public const string Columns =
        """
        id, version, bedrijf_id, koper_partner_id, gebied, leverancier_id, leverancier_partner_id, leverancier_soort, status, omschrijving, prijs_centen,
        prijs_minuten, leverdatum, kenmerk, reden, van_rekening_id, naar_rekening_id, gevraagde_versie, weigering_code, aangemaakt_op, gewijzigd_op,
        afgerekend_op
        """;

    public static Task InsertAsync(NpgsqlConnection connection, InkoopRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO inkopen (id, version, bedrijf_id, koper_partner_id, gebied, leverancier_id, leverancier_partner_id, leverancier_soort, status,
                                 omschrijving, prijs_centen, prijs_minuten, leverdatum, aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @Version, @BedrijfId, @KoperPartnerId, @Gebied, @LeverancierId, @LeverancierPartnerId, @LeverancierSoort, @Status,
                    @Omschrijving, @PrijsCenten, @PrijsMinuten, @Leverdatum, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, InkoopRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE inkopen
            SET version = @Version, status = @Status, kenmerk = @Kenmerk, reden = @Reden, van_rekening_id = @VanRekeningId,
                naar_rekening_id = @NaarRekeningId, gevraagde_versie = @GevraagdeVersie, weigering_code = @WeigeringCode, gewijzigd_op = @GewijzigdOp,
                afgerekend_op = @AfgerekendOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<InkoopRow?> FindAsync(NpgsqlConnection connection, Guid id, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<InkoopRow>(new CommandDefinition(
            $"SELECT {Columns} FROM inkopen WHERE id = @id{(isLocked ? " FOR UPDATE" : "")}", new { id }, cancellationToken: cancellationToken));
}

/// <summary>Takes in what the Tijdbank answers: an answer that comes twice or too late changes nothing.</summary>
internal sealed class Inkoopantwoord(UnitOfWork work, TimeProvider clock)
{
    public const string Bron = "vitaal-werken.inkoop";

    public async Task TakeAsync(Guid id, Func<Inkoopstand, Inkoopstand> change, string? code, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await InkoopStore.FindAsync(connection, id, isLocked: true, cancellationToken) is not { } row)
            throw new DomainFailureException("vitaal-werken.inkoop.onbekend");

        var stand = change(row.Stand);
        if (stand != row.Stand)
            await InkoopStore.UpdateAsync(connection, (row with { WeigeringCode = code }).With(stand, clock.GetUtcNow()), cancellationToken);
    }
}
