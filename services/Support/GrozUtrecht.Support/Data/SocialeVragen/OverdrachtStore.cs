using Dapper;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.SocialeVragen;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>A row of <c>overdrachten</c>.</summary>
internal sealed record OverdrachtRow
{
    public const string Columns =
        "id, sociale_vraag_id, van_buurtassistent_id, naar_buurtassistent_id, naar_buurt_id, reden, status, aangemaakt_op, beantwoord_op";

    public required Guid Id { get; init; }

    public required Guid SocialeVraagId { get; init; }

    public required Guid VanBuurtassistentId { get; init; }

    public Guid? NaarBuurtassistentId { get; init; }

    public Guid? NaarBuurtId { get; init; }

    public required string? Reden { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset? BeantwoordOp { get; init; }

    public OverdrachtStatus StatusValue => Words<OverdrachtStatus>.Read(Status);

    public OverdrachtResponse ToResponse() => new(
        Id, SocialeVraagId, VanBuurtassistentId, NaarBuurtassistentId, NaarBuurtId, Reden, StatusValue, AangemaaktOp, BeantwoordOp);
}

internal static class OverdrachtStore
{
    /// <summary>Stores a hand-over; false when another one of the question waits for an answer.</summary>
    public static async Task<bool> TryInsertAsync(
        NpgsqlConnection connection, Guid partnerId, OverdrachtRow overdracht, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO overdrachten
              (id, partner_id, sociale_vraag_id, van_buurtassistent_id, naar_buurtassistent_id, naar_buurt_id, reden, status, aangemaakt_op)
            VALUES (@Id, @partnerId, @SocialeVraagId, @VanBuurtassistentId, @NaarBuurtassistentId, @NaarBuurtId, @Reden, @Status, @AangemaaktOp)
            ON CONFLICT (sociale_vraag_id) WHERE status = 'gevraagd' DO NOTHING
            """,
            new
            {
                overdracht.Id,
                partnerId,
                overdracht.SocialeVraagId,
                overdracht.VanBuurtassistentId,
                overdracht.NaarBuurtassistentId,
                overdracht.NaarBuurtId,
                overdracht.Reden,
                overdracht.Status,
                overdracht.AangemaaktOp,
            },
            cancellationToken: cancellationToken)) == 1;

    public static Task<OverdrachtRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<OverdrachtRow>(new CommandDefinition(
            $"SELECT {OverdrachtRow.Columns} FROM overdrachten WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Answers a hand-over of a locked question.</summary>
    public static async Task<OverdrachtRow> AnswerAsync(
        NpgsqlConnection connection, OverdrachtRow overdracht, OverdrachtStatus status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answered = overdracht with { Status = Words<OverdrachtStatus>.Of(status), BeantwoordOp = now };
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE overdrachten SET status = @Status, beantwoord_op = @BeantwoordOp WHERE id = @Id", answered, cancellationToken: cancellationToken));
        return answered;
    }

    /// <summary>A question that is done is not handed over any more.</summary>
    public static Task WithdrawOpenAsync(NpgsqlConnection connection, Guid socialeVraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE overdrachten SET status = 'ingetrokken', beantwoord_op = @now WHERE sociale_vraag_id = @socialeVraagId AND status = 'gevraagd'",
            new { socialeVraagId, now },
            cancellationToken: cancellationToken));
}
