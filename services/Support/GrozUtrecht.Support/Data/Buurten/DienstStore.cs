using Dapper;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurtassistenten;
using Npgsql;

namespace GrozUtrecht.Support.Data.Buurten;

/// <summary>A row of <c>diensten</c>.</summary>
internal sealed record DienstRow
{
    public const string Columns = "id, buurt_id, buurtassistent_id, begint_op, eindigt_op, version";

    public required Guid Id { get; init; }

    public required Guid BuurtId { get; init; }

    public required Guid? BuurtassistentId { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required long Version { get; init; }

    public DienstResponse ToResponse() => new(Id, BuurtId, BuurtassistentId, BegintOp, EindigtOp);
}

internal static class DienstStore
{
    public static Task InsertAsync(
        NpgsqlConnection connection, Guid partnerId, IReadOnlyList<DienstRow> diensten, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO diensten (id, partner_id, buurt_id, buurtassistent_id, begint_op, eindigt_op, version, aangemaakt_op)
            SELECT d.id, @partnerId, d.buurt_id, d.buurtassistent_id, d.begint_op, d.eindigt_op, 1, @now
            FROM unnest(@ids, @buurten, @assistenten, @begin, @einde) AS d (id, buurt_id, buurtassistent_id, begint_op, eindigt_op)
            """,
            new
            {
                partnerId,
                now,
                ids = diensten.Select(dienst => dienst.Id).ToArray(),
                buurten = diensten.Select(dienst => dienst.BuurtId).ToArray(),
                assistenten = diensten.Select(dienst => dienst.BuurtassistentId!.Value).ToArray(),
                begin = diensten.Select(dienst => dienst.BegintOp).ToArray(),
                einde = diensten.Select(dienst => dienst.EindigtOp).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>The begin of the first duty of somebody at one of these times; null when they are free.</summary>
    /// <param name="except">Duties that will not be theirs any more.</param>
    public static Task<DateTimeOffset?> FindOverlapAsync(
        NpgsqlConnection connection, Guid buurtassistentId, IReadOnlyList<Dienst> times, Guid[] except, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(
            """
            SELECT min(d.begint_op)
            FROM diensten d
            JOIN unnest(@begin, @einde) AS t (begint_op, eindigt_op) ON tstzrange(d.begint_op, d.eindigt_op) && tstzrange(t.begint_op, t.eindigt_op)
            WHERE d.buurtassistent_id = @buurtassistentId AND d.id <> ALL (@except)
            """,
            new
            {
                buurtassistentId,
                except,
                begin = times.Select(time => time.BegintOp.ToUniversalTime()).ToArray(),
                einde = times.Select(time => time.EindigtOp.ToUniversalTime()).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static Task<DienstRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<DienstRow>(new CommandDefinition(
            $"SELECT {DienstRow.Columns} FROM diensten WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Holds these duties, in order of id, until the end of the transaction.</summary>
    public static async Task<IReadOnlyList<DienstRow>> LockAsync(
        NpgsqlConnection connection, Guid partnerId, Guid[] ids, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<DienstRow>(new CommandDefinition(
            $"SELECT {DienstRow.Columns} FROM diensten WHERE id = ANY (@ids) AND partner_id = @partnerId ORDER BY id FOR UPDATE",
            new { ids, partnerId },
            cancellationToken: cancellationToken))];

    /// <summary>Gives each duty to somebody else, in one statement, so that two can be swapped.</summary>
    public static Task GiveAsync(NpgsqlConnection connection, Guid[] ids, Guid[] assistenten, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE diensten d SET buurtassistent_id = g.buurtassistent_id, version = d.version + 1
            FROM unnest(@ids, @assistenten) AS g (id, buurtassistent_id)
            WHERE d.id = g.id
            """,
            new { ids, assistenten },
            cancellationToken: cancellationToken));

    public static Task DeleteAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("DELETE FROM diensten WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Who is on duty in a buurt at a moment, who ends last first.</summary>
    public static async Task<IReadOnlyList<DienstRow>> OnDutyAsync(
        NpgsqlConnection connection, Guid buurtId, DateTimeOffset moment, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<DienstRow>(new CommandDefinition(
            $"""
            SELECT {DienstRow.Columns} FROM diensten
            WHERE buurt_id = @buurtId AND begint_op <= @moment AND eindigt_op > @moment AND buurtassistent_id IS NOT NULL
              AND begint_op > @moment - interval '1 day'
            ORDER BY eindigt_op DESC, id
            LIMIT @limit
            """,
            new { buurtId, moment = moment.ToUniversalTime(), limit },
            cancellationToken: cancellationToken))];
}
