using Dapper;
using GrozUtrecht.Support.Features.Buurten;
using Npgsql;

namespace GrozUtrecht.Support.Data.Buurten;

/// <summary>A row of <c>buurten</c> with its postcodes.</summary>
internal sealed record BuurtRow
{
    public const string Columns =
        "b.id, b.naam, ARRAY(SELECT p.postcode FROM buurt_postcodes p WHERE p.buurt_id = b.id ORDER BY p.postcode) AS postcodes, b.version, b.aangemaakt_op";

    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string[] Postcodes { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public BuurtResponse ToResponse() => new(Id, Naam, Postcodes, AangemaaktOp);
}

internal static class BuurtStore
{
    /// <summary>The buurt of a postcode; null when this partner has none there.</summary>
    public static Task<Guid?> FindOfPostcodeAsync(NpgsqlConnection connection, Guid partnerId, string postcode, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "SELECT buurt_id FROM buurt_postcodes WHERE partner_id = @partnerId AND postcode = @postcode",
            new { partnerId, postcode },
            cancellationToken: cancellationToken));

    public static Task<BuurtRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BuurtRow>(new CommandDefinition(
            $"SELECT {BuurtRow.Columns} FROM buurten b WHERE b.id = @id AND b.partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Makes changes of the buurten of one partner happen one after the other, so that each sees which postcodes are taken.</summary>
    public static Task LockAllAsync(NpgsqlConnection connection, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended('buurten ' || @partnerId, 0))",
            new { partnerId = partnerId.ToString() },
            cancellationToken: cancellationToken));

    /// <summary>The first of these postcodes that another buurt has; null when all are free.</summary>
    public static Task<string?> FindTakenAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, string[] postcodes, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT postcode FROM buurt_postcodes
            WHERE partner_id = @partnerId AND buurt_id <> @id AND postcode = ANY (@postcodes)
            ORDER BY postcode LIMIT 1
            """,
            new { partnerId, id, postcodes },
            cancellationToken: cancellationToken));

    public static Task<bool> IsNameTakenAsync(NpgsqlConnection connection, Guid partnerId, Guid id, string name, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM buurten WHERE partner_id = @partnerId AND id <> @id AND naam = @name)",
            new { partnerId, id, name },
            cancellationToken: cancellationToken));

    /// <summary>Stores a new buurt, or what a known one is from now on.</summary>
    public static Task SaveAsync(NpgsqlConnection connection, Guid partnerId, BuurtRow buurt, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO buurten (id, partner_id, naam, version, aangemaakt_op) VALUES (@Id, @partnerId, @Naam, @Version, @AangemaaktOp)
            ON CONFLICT (id) DO UPDATE SET naam = EXCLUDED.naam, version = EXCLUDED.version;

            DELETE FROM buurt_postcodes WHERE buurt_id = @Id;

            INSERT INTO buurt_postcodes (partner_id, postcode, buurt_id) SELECT @partnerId, unnest(@Postcodes), @Id;
            """,
            new { buurt.Id, partnerId, buurt.Naam, buurt.Version, buurt.AangemaaktOp, buurt.Postcodes },
            cancellationToken: cancellationToken));
}
