using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>toestemmingen</c>: who asked for somebody else, and how that person agreed.</summary>
internal sealed record ToestemmingRow
{
    public required Guid HulpvraagId { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Relatie { get; init; }

    public Guid? AanmelderPersoonId { get; init; }

    public required string Wijze { get; init; }

    public required string TekstVersie { get; init; }

    /// <summary>The client that recorded it.</summary>
    public required string VastgelegdDoor { get; init; }

    public required DateTimeOffset GegevenOp { get; init; }

    public required DateTimeOffset VastgelegdOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }
}

internal static class ToestemmingStore
{
    private const string Columns =
        "hulpvraag_id, partner_id, relatie, aanmelder_persoon_id, wijze, tekst_versie, vastgelegd_door, gegeven_op, vastgelegd_op, ingetrokken_op";

    public static Task InsertAsync(NpgsqlConnection connection, ToestemmingRow toestemming, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO toestemmingen ({Columns})
            VALUES (@HulpvraagId, @PartnerId, @Relatie, @AanmelderPersoonId, @Wijze, @TekstVersie, @VastgelegdDoor, @GegevenOp, @VastgelegdOp, @IngetrokkenOp)
            """,
            toestemming,
            cancellationToken: cancellationToken));

    public static Task<ToestemmingRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid hulpvraagId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ToestemmingRow>(new CommandDefinition(
            $"SELECT {Columns} FROM toestemmingen WHERE hulpvraag_id = @hulpvraagId AND partner_id = @partnerId",
            new { partnerId, hulpvraagId },
            cancellationToken: cancellationToken));

    /// <summary>Takes it back; the first time counts.</summary>
    public static Task WithdrawAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE toestemmingen SET ingetrokken_op = coalesce(ingetrokken_op, greatest(@now, gegeven_op)) WHERE hulpvraag_id = @hulpvraagId",
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));
}
