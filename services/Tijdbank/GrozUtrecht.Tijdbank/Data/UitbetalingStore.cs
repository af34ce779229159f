using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>uitbetaling</c>.</summary>
internal sealed record Uitbetaling
{
    public const string Columns =
        """
        u.id, u.partner_id, u.persoon_id, u.status, u.duur_minuten, u.tarief_centen, u.onkosten_centen, u.bedrag_centen, u.uitleg,
        u.minuten_reservering_id, u.centen_reservering_id, u.vervalt_op, u.aangevraagd_door, u.aangevraagd_op, u.goedgekeurd_door, u.goedgekeurd_op,
        u.batch_id, u.bankstatus, u.redencode, u.afgesloten_op, u.versie
        """;

    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public Guid PersoonId { get; init; }

    public string Status { get; init; } = Words.Of(Uitbetalingstatus.Aangevraagd);

    public int DuurMinuten { get; init; }

    public int TariefCenten { get; init; }

    public int OnkostenCenten { get; init; }

    public long BedragCenten { get; init; }

    public string Uitleg { get; init; } = "";

    public Guid MinutenReserveringId { get; init; }

    public Guid CentenReserveringId { get; init; }

    public DateTimeOffset VervaltOp { get; init; }

    public string AangevraagdDoor { get; init; } = "";

    public DateTimeOffset AangevraagdOp { get; init; }

    public string? GoedgekeurdDoor { get; init; }

    public DateTimeOffset? GoedgekeurdOp { get; init; }

    public Guid? BatchId { get; init; }

    public string? Bankstatus { get; init; }

    public string? Redencode { get; init; }

    public DateTimeOffset? AfgeslotenOp { get; init; }

    public long Versie { get; init; } = 1;

    public Uitbetalingstatus StatusValue => Words.Read<Uitbetalingstatus>(Status);
}

internal static class UitbetalingStore
{
    public static Task InsertAsync(NpgsqlConnection connection, Uitbetaling uitbetaling, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into uitbetaling (id, partner_id, persoon_id, status, duur_minuten, tarief_centen, onkosten_centen, bedrag_centen, uitleg,
              minuten_reservering_id, centen_reservering_id, vervalt_op, aangevraagd_door, aangevraagd_op)
            values (@Id, @PartnerId, @PersoonId, @Status, @DuurMinuten, @TariefCenten, @OnkostenCenten, @BedragCenten, @Uitleg,
              @MinutenReserveringId, @CentenReserveringId, @VervaltOp, @AangevraagdDoor, @AangevraagdOp)
            """,
            uitbetaling,
            cancellationToken: cancellationToken));

    public static Task<Uitbetaling?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Uitbetaling>(new CommandDefinition(
            $"select {Uitbetaling.Columns} from uitbetaling u where u.id = @id and u.partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Holds the payout until the end of the transaction. Whatever changes one takes this lock before any other.</summary>
    public static Task<Uitbetaling?> LockAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Uitbetaling>(new CommandDefinition(
            $"select {Uitbetaling.Columns} from uitbetaling u where u.id = @id and u.partner_id = @partnerId for update",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Uitbetaling>> LockBatchAsync(NpgsqlConnection connection, Guid batchId, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Uitbetaling>(new CommandDefinition(
            $"select {Uitbetaling.Columns} from uitbetaling u where u.batch_id = @batchId order by u.id for update",
            new { batchId },
            cancellationToken: cancellationToken))];

    /// <summary>Somebody else than the asker agrees.</summary>
    public static Task ApproveAsync(NpgsqlConnection connection, Guid id, string clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update uitbetaling set status = 'goedgekeurd', goedgekeurd_door = @clientId, goedgekeurd_op = @now, versie = versie + 1
            where id = @id
            """,
            new { id, clientId, now },
            cancellationToken: cancellationToken));

    public static Task AddToBatchAsync(NpgsqlConnection connection, Guid batchId, IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update uitbetaling set status = 'in-batch', batch_id = @batchId, versie = versie + 1 where id = any (@ids)",
            new { batchId, ids = ids.ToArray() },
            cancellationToken: cancellationToken));

    /// <summary>What the bank said last, while it is at work.</summary>
    public static Task RecordAsync(NpgsqlConnection connection, IReadOnlyList<Bankbesluit> besluiten, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update uitbetaling u set bankstatus = t.status, versie = versie + 1
            from unnest(@ids, @statussen) as t (id, status)
            where u.id = t.id and u.status = 'in-batch' and u.bankstatus is distinct from t.status
            """,
            new
            {
                ids = besluiten.Select(besluit => besluit.UitbetalingId).ToArray(),
                statussen = besluiten.Select(besluit => besluit.Status.Status).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Ends payouts, each with the reason that belongs to it.</summary>
    public static Task CloseAsync(
        NpgsqlConnection connection, IReadOnlyList<Guid> ids, Uitbetalingstatus status, string? bankstatus, IReadOnlyList<string?> redencodes,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update uitbetaling u set status = @status, bankstatus = coalesce(@bankstatus, u.bankstatus), redencode = t.redencode,
              afgesloten_op = @now, versie = versie + 1
            from unnest(@ids, @redencodes) as t (id, redencode)
            where u.id = t.id
            """,
            new { ids = ids.ToArray(), status = Words.Of(status), bankstatus, redencodes = redencodes.ToArray(), now },
            cancellationToken: cancellationToken));
}
