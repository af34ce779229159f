using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Aanbiedingen;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>aanbiedingen</c>.</summary>
internal sealed record AanbiedingRow
{
    public const string Columns = "id, partner_id, helper_id, categorieen, van, tot, ingetrokken_op, aangemaakt_op";

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid HelperId { get; init; }

    public required string[] Categorieen { get; init; }

    public required DateTimeOffset Van { get; init; }

    public required DateTimeOffset Tot { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public AanbiedingResponse ToResponse() => new(Id, HelperId, [.. Categorieen.Select(Words<Categorie>.Read)], Van, Tot, IngetrokkenOp, AangemaaktOp);
}

internal static class AanbiedingStore
{
    public static Task InsertAsync(NpgsqlConnection connection, AanbiedingRow aanbieding, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO aanbiedingen ({AanbiedingRow.Columns})
            VALUES (@Id, @PartnerId, @HelperId, @Categorieen, @Van, @Tot, @IngetrokkenOp, @AangemaaktOp)
            """,
            aanbieding,
            cancellationToken: cancellationToken));

    public static Task<AanbiedingRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbiedingRow>(new CommandDefinition(
            $"SELECT {AanbiedingRow.Columns} FROM aanbiedingen WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Takes it back; the first time counts. Null when the partner has no such offer.</summary>
    public static Task<AanbiedingRow?> WithdrawAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AanbiedingRow>(new CommandDefinition(
            $"""
            UPDATE aanbiedingen SET ingetrokken_op = coalesce(ingetrokken_op, @now) WHERE id = @id AND partner_id = @partnerId
            RETURNING {AanbiedingRow.Columns}
            """,
            new { id, partnerId, now },
            cancellationToken: cancellationToken));
}
