using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>SQL on <c>koppelingen</c>. Who may see a row is decided by <c>Koppelingtoegang</c>.</summary>
internal static class KoppelingStore
{
    public const string Select =
        """
        SELECT k.id, k.bedrijf_id, k.aanbod_id, k.leverancier_id, k.version, k.status, k.onderwerp, k.vorm, k.voorgesteld_door, k.voorgesteld_door_partner_id,
          k.groepsgrootte, k.periode_van, k.periode_tot_en_met, k.prijssoort, k.prijs_centen, k.score, k.redenen::text AS redenen, k.sluit_andere,
          k.akkoord_bedrijf_op, k.akkoord_bedrijf_partner_id, k.akkoord_leverancier_op, k.akkoord_leverancier_partner_id, k.afgewezen_door, k.afwijsreden,
          k.toelichting, k.vergelijking::text AS vergelijking, k.aangemaakt_op, k.verloopt_op, k.beeindigd_op, k.gewijzigd_op,
          b.partner_id AS bedrijf_partner_id, b.naam AS bedrijf_naam, b.status AS bedrijf_status, b.gebied,
          l.partner_id AS leverancier_partner_id, l.naam AS leverancier_naam, l.status AS leverancier_status, a.titel AS aanbod_titel, a.status AS aanbod_status
        FROM koppelingen k
        JOIN bedrijven b ON b.id = k.bedrijf_id
        JOIN leveranciers l ON l.id = k.leverancier_id
        JOIN aanbod a ON a.id = k.aanbod_id
        """;

    /// <summary>Adds the koppeling, or nothing and false when one of this company and this offer is open or made already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, KoppelingRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO koppelingen (id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door, voorgesteld_door_partner_id,
              groepsgrootte, periode_van, periode_tot_en_met, prijssoort, prijs_centen, score, redenen, aangemaakt_op, verloopt_op, gewijzigd_op)
            VALUES (@Id, @BedrijfId, @AanbodId, @LeverancierId, @Version, @Status, @Onderwerp, @Vorm, @VoorgesteldDoor, @VoorgesteldDoorPartnerId,
              @Groepsgrootte, @PeriodeVan, @PeriodeTotEnMet, @Prijssoort, @PrijsCenten, @Score, @Redenen::jsonb, @AangemaaktOp, @VerlooptOp, @GewijzigdOp)
            ON CONFLICT (bedrijf_id, aanbod_id) WHERE status IN ('voorgesteld', 'gemaakt') DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, KoppelingRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE koppelingen
            SET version = @Version, status = @Status, sluit_andere = @SluitAndere, akkoord_bedrijf_op = @AkkoordBedrijfOp,
                akkoord_bedrijf_partner_id = @AkkoordBedrijfPartnerId, akkoord_leverancier_op = @AkkoordLeverancierOp,
                akkoord_leverancier_partner_id = @AkkoordLeverancierPartnerId, afgewezen_door = @AfgewezenDoor, afwijsreden = @Afwijsreden,
                toelichting = @Toelichting, vergelijking = @Vergelijking::jsonb, beeindigd_op = @BeeindigdOp, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<KoppelingRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<KoppelingRow>(new CommandDefinition(
            $"{Select} WHERE k.id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>
    /// The koppeling, locked until the transaction ends. The company comes first, so that who closes several of its koppelingen and who
    /// changes another of them do not wait for each other in a circle; the offer and its supplier stay what they are until then.
    /// </summary>
    public static async Task<KoppelingRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM bedrijven WHERE id = (SELECT bedrijf_id FROM koppelingen WHERE id = @id) FOR NO KEY UPDATE",
            new { id },
            cancellationToken: cancellationToken));
        return await connection.QuerySingleOrDefaultAsync<KoppelingRow>(new CommandDefinition(
            $"{Select} WHERE k.id = @id FOR UPDATE OF k FOR SHARE OF a, l", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>The other open ones of the same company about the same subject, locked until the transaction ends.</summary>
    public static async Task<IReadOnlyList<KoppelingRow>> LockOthersAsync(NpgsqlConnection connection, KoppelingRow made, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<KoppelingRow>(new CommandDefinition(
            $"""
            {Select}
            WHERE k.bedrijf_id = @BedrijfId AND k.onderwerp = @Onderwerp AND k.status = 'voorgesteld' AND k.id <> @Id
            ORDER BY k.leverancier_id, k.id
            FOR UPDATE OF k
            """,
            made,
            cancellationToken: cancellationToken))).AsList();

    /// <summary>One that nobody made within its term; replicas pass over what another one holds.</summary>
    public static Task<KoppelingRow?> LockDueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<KoppelingRow>(new CommandDefinition(
            $"{Select} WHERE k.status = 'voorgesteld' AND k.verloopt_op <= @now ORDER BY k.verloopt_op LIMIT 1 FOR UPDATE OF k SKIP LOCKED",
            new { now },
            cancellationToken: cancellationToken));
}
