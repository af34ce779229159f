using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Bijdragen;

/// <summary>SQL on <c>bijdragen</c>. Who asks must look at the rights, as <c>Bijdragetoegang</c> does.</summary>
internal static class BijdrageStore
{
    public const string Columns =
        """
        id, version, bedrijf_id, gever_partner_id, gebied, programma_id, soort, status, ontvanger_soort, wijkpot_id, leverancier_id, ontvanger_partner_id,
        omschrijving, bedrag_centen, duur_minuten, aantal, dagdelen, toegezegd_datum, gepland_datum, geleverd_datum, bevestigd_datum, betwistbaar_tot_en_met, bewijs,
        reden, boeking, gevraagde_versie, boeking_code, aangemaakt_op, gewijzigd_op
        """;

    public static Task InsertAsync(NpgsqlConnection connection, BijdrageRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bijdragen (id, version, bedrijf_id, gever_partner_id, gebied, programma_id, soort, status, ontvanger_soort, wijkpot_id,
                                   leverancier_id, ontvanger_partner_id, omschrijving, bedrag_centen, duur_minuten, aantal, dagdelen, toegezegd_datum,
                                   aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @Version, @BedrijfId, @GeverPartnerId, @Gebied, @ProgrammaId, @Soort, @Status, @OntvangerSoort, @WijkpotId, @LeverancierId,
                    @OntvangerPartnerId, @Omschrijving, @BedragCenten, @DuurMinuten, @Aantal, @Dagdelen, @ToegezegdDatum, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, BijdrageRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE bijdragen
            SET version = @Version, status = @Status, wijkpot_id = @WijkpotId, ontvanger_partner_id = @OntvangerPartnerId, gepland_datum = @GeplandDatum,
                geleverd_datum = @GeleverdDatum, bevestigd_datum = @BevestigdDatum, betwistbaar_tot_en_met = @BetwistbaarTotEnMet, bewijs = @Bewijs,
                reden = @Reden, boeking = @Boeking, gevraagde_versie = @GevraagdeVersie, boeking_code = @BoekingCode, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<BijdrageRow?> FindAsync(NpgsqlConnection connection, Guid id, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BijdrageRow>(new CommandDefinition(
            $"SELECT {Columns} FROM bijdragen WHERE id = @id{(isLocked ? " FOR UPDATE" : "")}", new { id }, cancellationToken: cancellationToken));

    /// <summary>Is this programme one of this company?</summary>
    public static Task<bool> IsOfAsync(NpgsqlConnection connection, Guid programmaId, Guid bedrijfId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM programmas WHERE id = @programmaId AND bedrijf_id = @bedrijfId)",
            new { programmaId, bedrijfId },
            cancellationToken: cancellationToken));

    /// <summary>Confirms what nobody disputed in time and has arrived; says how many. Two replicas each take their own.</summary>
    public static Task<int> ConfirmSilentAsync(
        NpgsqlConnection connection, DateOnly today, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE bijdragen
            SET status = 'bevestigd', bevestigd_datum = @today, version = version + 1, gewijzigd_op = @now
            WHERE id IN (
              SELECT id FROM bijdragen
              WHERE status = 'geleverd' AND betwistbaar_tot_en_met < @today AND (boeking IS NULL OR boeking = 'geboekt')
              ORDER BY betwistbaar_tot_en_met LIMIT @limit FOR UPDATE SKIP LOCKED)
            """,
            new { today, now, limit },
            cancellationToken: cancellationToken));
}
