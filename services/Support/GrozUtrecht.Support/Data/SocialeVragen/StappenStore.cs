using Dapper;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.SocialeVragen;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>A row of <c>sociale_vraag_stappen</c>.</summary>
internal sealed record StapRow
{
    public required long Id { get; init; }

    public required string Stap { get; init; }

    public required Guid? BuurtassistentId { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }

    public StapResponse ToResponse() => new(Words<Stap>.Read(Stap), BuurtassistentId, OpgetredenOp);
}

internal static class StappenStore
{
    public static async Task<IReadOnlyList<StapRow>> ListAsync(
        NpgsqlConnection connection, Guid socialeVraagId, long after, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<StapRow>(new CommandDefinition(
            """
            SELECT id, stap, buurtassistent_id, opgetreden_op
            FROM sociale_vraag_stappen
            WHERE sociale_vraag_id = @socialeVraagId AND id > @after
            ORDER BY id
            LIMIT @limit
            """,
            new { socialeVraagId, after, limit },
            cancellationToken: cancellationToken))];
}
