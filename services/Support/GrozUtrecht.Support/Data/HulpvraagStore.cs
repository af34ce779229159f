using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Hulpvragen;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>hulpvragen</c>.</summary>
internal sealed record HulpvraagRow
{
    public const string Columns =
        """
        id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op,
        aantal_helpers, kanaal, vereiste_taal, vereiste_vaardigheden, vog_vereist, auto_vereist, talen, gewenste_vaardigheden, omstandigheden,
        patroon::text AS patroon, automatisch, zelf_kiezen, uiterlijk_op, geescaleerd_op
        """;

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

    public required int AantalHelpers { get; init; }

    public required string Kanaal { get; init; }

    public string? VereisteTaal { get; init; }

    public required string[] VereisteVaardigheden { get; init; }

    public required bool VogVereist { get; init; }

    public required bool AutoVereist { get; init; }

    public required string[] Talen { get; init; }

    public required string[] GewensteVaardigheden { get; init; }

    public required string[] Omstandigheden { get; init; }

    public string? Patroon { get; init; }

    public required bool Automatisch { get; init; }

    public required bool ZelfKiezen { get; init; }

    public DateTimeOffset? UiterlijkOp { get; init; }

    public DateTimeOffset? GeescaleerdOp { get; init; }

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
        AangemaaktOp,
        AantalHelpers,
        Words<Kanaal>.Read(Kanaal),
        new(VereisteTaal, [.. VereisteVaardigheden.Select(Words<Vaardigheid>.Read)], VogVereist, AutoVereist),
        new(Talen, [.. GewensteVaardigheden.Select(Words<Vaardigheid>.Read)]),
        [.. Omstandigheden.Select(Words<Omstandigheid>.Read)],
        Patroon is null ? null : AgendaJson.ReadOne<PatroonResponse>(Patroon),
        Automatisch,
        ZelfKiezen,
        UiterlijkOp,
        GeescaleerdOp);
}

internal static class HulpvraagStore
{
    public static Task InsertAsync(NpgsqlConnection connection, HulpvraagRow hulpvraag, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO hulpvragen (
              id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op,
              aantal_helpers, kanaal, vereiste_taal, vereiste_vaardigheden, vog_vereist, auto_vereist, talen, gewenste_vaardigheden, omstandigheden,
              patroon, automatisch, zelf_kiezen, uiterlijk_op)
            VALUES (
              @Id, @PartnerId, @PersoonId, @Categorie, @Omschrijving, @Postcode, @Urgentie, @DuurMinuten, @BegintOp, @Status, @Version, @AangemaaktOp,
              @AantalHelpers, @Kanaal, @VereisteTaal, @VereisteVaardigheden, @VogVereist, @AutoVereist, @Talen, @GewensteVaardigheden, @Omstandigheden,
              @Patroon::jsonb, @Automatisch, @ZelfKiezen, @UiterlijkOp)
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

    /// <summary>Erases the words of a locked hulpvraag and withdraws it, unless it had come to an end already.</summary>
    public static Task SilenceAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE hulpvragen
            SET omschrijving = NULL, version = version + 1, status = CASE WHEN status IN ('open', 'gepland') THEN 'ingetrokken' ELSE status END
            WHERE id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Lets a locked hulpvraag follow its beurten and returns the status and version that it has now.</summary>
    public static async Task<(HulpvraagStatus Status, long Version)> FollowAsync(
        NpgsqlConnection connection, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = Hulpvraag.StatusOf(await BeurtStore.StandAsync(connection, id, now, cancellationToken));
        return (status, await MoveAsync(connection, id, status, cancellationToken));
    }

    private static Task<HulpvraagRow?> QueryAsync(
        NpgsqlConnection connection, string which, Guid partnerId, Guid id, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<HulpvraagRow>(new CommandDefinition(
            $"SELECT {HulpvraagRow.Columns} FROM hulpvragen WHERE partner_id = @partnerId AND {which} {locking}",
            new { partnerId, id },
            cancellationToken: cancellationToken));
}
