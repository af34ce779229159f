using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Hulpvragen;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>hulpvragen</c>.</summary>
internal sealed record HulpvraagRow
{
    public const string Columns =
        "id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op";

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid? PersoonId { get; init; }

    public required string Categorie { get; init; }

    public required string? Omschrijving { get; init; }

    public required string Postcode { get; init; }

    public required string Urgentie { get; init; }

    public required int DuurMinuten { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public HulpvraagStatus StatusValue => Words<HulpvraagStatus>.Read(Status);

    public HulpvraagResponse ToResponse() => new(
        Id,
        PersoonId,
        Words<Categorie>.Read(Categorie),
        Omschrijving,
        Postcode,
        Postcode4.TryFind(Postcode, out var postcode) ? postcode.Gebied?.Code : null,
        Words<Urgentie>.Read(Urgentie),
        DuurMinuten,
        BegintOp,
        StatusValue,
        AangemaaktOp);
}

internal static class HulpvraagStore
{
    public static Task InsertAsync(NpgsqlConnection connection, HulpvraagRow hulpvraag, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO hulpvragen ({HulpvraagRow.Columns})
            VALUES (@Id, @PartnerId, @PersoonId, @Categorie, @Omschrijving, @Postcode, @Urgentie, @DuurMinuten, @BegintOp, @Status, @Version, @AangemaaktOp)
            """,
            hulpvraag,
            cancellationToken: cancellationToken));

    public static Task<HulpvraagRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, "id = @id", partnerId, id, "", cancellationToken);

    /// <summary>
    /// Holds the hulpvraag until the end of the transaction. Whatever changes a hulpvraag, its proposals or its appointment takes
    /// this lock first, so that two of them never wait for each other.
    /// </summary>
    public static Task<HulpvraagRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, "id = @id", partnerId, id, "FOR UPDATE", cancellationToken);

    public static Task<HulpvraagRow?> LockOfVoorstelAsync(NpgsqlConnection connection, Guid partnerId, Guid voorstelId, CancellationToken cancellationToken) =>
        QueryAsync(connection, "id = (SELECT hulpvraag_id FROM voorstellen WHERE id = @id)", partnerId, voorstelId, "FOR UPDATE", cancellationToken);

    public static Task<HulpvraagRow?> LockOfAfspraakAsync(NpgsqlConnection connection, Guid partnerId, Guid afspraakId, CancellationToken cancellationToken) =>
        QueryAsync(connection, "id = (SELECT hulpvraag_id FROM afspraken WHERE id = @id)", partnerId, afspraakId, "FOR UPDATE", cancellationToken);

    /// <summary>Moves a locked hulpvraag to another status and returns its new version.</summary>
    public static Task<long> MoveAsync(NpgsqlConnection connection, Guid id, HulpvraagStatus status, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "UPDATE hulpvragen SET status = @status, version = version + 1 WHERE id = @id RETURNING version",
            new { id, status = Words<HulpvraagStatus>.Of(status) },
            cancellationToken: cancellationToken));

    private static Task<HulpvraagRow?> QueryAsync(
        NpgsqlConnection connection, string which, Guid partnerId, Guid id, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<HulpvraagRow>(new CommandDefinition(
            $"SELECT {HulpvraagRow.Columns} FROM hulpvragen WHERE partner_id = @partnerId AND {which} {locking}",
            new { partnerId, id },
            cancellationToken: cancellationToken));
}
