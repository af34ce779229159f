using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.SocialeVragen;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>A row of <c>sociale_vragen</c>.</summary>
internal sealed record SocialeVraagRow
{
    public const string Columns =
        """
        id, partner_id, buurt_id, postcode, bron, kanaal, hulpvraag_id, reden, persoon_id, omschrijving, urgentie, status, buurtassistent_id, toegewezen_op,
        opvolg_datum, opgepakt_op, afgerond_op, uitkomst, uitkomst_tekst, uitkomst_voorziening_id, uitkomst_hulpvraag_id, version, aangemaakt_op
        """;

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Guid? BuurtId { get; init; }

    public required string Postcode { get; init; }

    public required string Bron { get; init; }

    public string? Kanaal { get; init; }

    public Guid? HulpvraagId { get; init; }

    public string? Reden { get; init; }

    public Guid? PersoonId { get; init; }

    public string? Omschrijving { get; init; }

    public required string Urgentie { get; init; }

    public required string Status { get; init; }

    public Guid? BuurtassistentId { get; init; }

    public DateTimeOffset? ToegewezenOp { get; init; }

    public DateOnly? OpvolgDatum { get; init; }

    public DateTimeOffset? OpgepaktOp { get; init; }

    public DateTimeOffset? AfgerondOp { get; init; }

    public string? Uitkomst { get; init; }

    public string? UitkomstTekst { get; init; }

    public Guid? UitkomstVoorzieningId { get; init; }

    public Guid? UitkomstHulpvraagId { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public SocialeVraagStatus StatusValue => Words<SocialeVraagStatus>.Read(Status);

    public SocialeVraagResponse ToResponse(DateTimeOffset now) => new()
    {
        Id = Id,
        BuurtId = BuurtId,
        Postcode = Postcode,
        Bron = Words<Bron>.Read(Bron),
        Kanaal = Kanaal is null ? null : Words<Kanaal>.Read(Kanaal),
        HulpvraagId = HulpvraagId,
        Reden = Reden,
        PersoonId = PersoonId,
        Omschrijving = Omschrijving,
        Urgentie = Words<Urgentie>.Read(Urgentie),
        Status = StatusValue,
        BuurtassistentId = BuurtassistentId,
        OpvolgDatum = OpvolgDatum,
        WachttijdMinuten = SocialeVraag.WaitMinutes(AangemaaktOp, OpgepaktOp ?? AfgerondOp ?? now),
        DoorlooptijdMinuten = AfgerondOp is { } ended ? SocialeVraag.WaitMinutes(AangemaaktOp, ended) : null,
        Uitkomst = Uitkomst is null ? null : Words<Uitkomst>.Read(Uitkomst),
        Toelichting = UitkomstTekst,
        VoorzieningId = UitkomstVoorzieningId,
        IngediendeHulpvraagId = UitkomstHulpvraagId,
        AangemaaktOp = AangemaaktOp,
        OpgepaktOp = OpgepaktOp,
        AfgerondOp = AfgerondOp,
    };
}

internal static class SocialeVraagRows
{
    public static Task InsertAsync(NpgsqlConnection connection, SocialeVraagRow vraag, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sociale_vragen
              (id, partner_id, buurt_id, postcode, bron, kanaal, persoon_id, omschrijving, urgentie, status, version, aangemaakt_op)
            VALUES (@Id, @PartnerId, @BuurtId, @Postcode, @Bron, @Kanaal, @PersoonId, @Omschrijving, @Urgentie, @Status, @Version, @AangemaaktOp)
            """,
            vraag,
            cancellationToken: cancellationToken));

    public static Task<SocialeVraagRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "", cancellationToken);

    /// <summary>Holds the question until the end of the transaction; who acts on it is kept before it.</summary>
    public static Task<SocialeVraagRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "FOR UPDATE", cancellationToken);

    /// <summary>Stores a locked question as its next version, and the step that made it so.</summary>
    public static async Task<SocialeVraagRow> SaveAsync(
        NpgsqlConnection connection, SocialeVraagRow vraag, Stap stap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = vraag with { Version = vraag.Version + 1 };
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sociale_vragen SET
              buurt_id = @BuurtId, status = @Status, buurtassistent_id = @BuurtassistentId, toegewezen_op = @ToegewezenOp, opvolg_datum = @OpvolgDatum,
              opgepakt_op = @OpgepaktOp, afgerond_op = @AfgerondOp, uitkomst = @Uitkomst, uitkomst_tekst = @UitkomstTekst,
              uitkomst_voorziening_id = @UitkomstVoorzieningId, uitkomst_hulpvraag_id = @UitkomstHulpvraagId, version = @Version
            WHERE id = @Id
            """,
            next,
            cancellationToken: cancellationToken));
        await SocialeVraagStore.AddStapAsync(connection, vraag.Id, stap, vraag.BuurtassistentId, now, cancellationToken);
        return next;
    }

    private static Task<SocialeVraagRow?> QueryAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<SocialeVraagRow>(new CommandDefinition(
            $"SELECT {SocialeVraagRow.Columns} FROM sociale_vragen WHERE id = @id AND partner_id = @partnerId {locking}",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
