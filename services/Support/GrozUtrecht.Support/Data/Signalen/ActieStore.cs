using Dapper;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Werkgericht;
using Npgsql;

namespace GrozUtrecht.Support.Data.Signalen;

/// <summary>A row of <c>buurtacties</c> with its signals.</summary>
internal sealed record ActieRow
{
    public const string Columns =
        """
        a.id, a.eigenaar_id, a.titel, a.streef_datum, a.status, a.version, a.aangemaakt_op,
        ARRAY(SELECT k.signaal_id FROM buurtactie_signalen k WHERE k.actie_id = a.id ORDER BY k.signaal_id) AS signalen
        """;

    public required Guid Id { get; init; }

    public required Guid EigenaarId { get; init; }

    public required string Titel { get; init; }

    public required DateOnly StreefDatum { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public Guid[] Signalen { get; init; } = [];

    public ActieResponse ToResponse() => new(Id, Signalen, EigenaarId, Titel, StreefDatum, Words<ActieStatus>.Read(Status), AangemaaktOp);
}

internal static class ActieStore
{
    public static Task InsertAsync(NpgsqlConnection connection, Guid partnerId, ActieRow actie, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO buurtacties (id, partner_id, eigenaar_id, titel, streef_datum, status, version, aangemaakt_op)
            VALUES (@Id, @partnerId, @EigenaarId, @Titel, @StreefDatum, @Status, @Version, @AangemaaktOp);

            INSERT INTO buurtactie_signalen (partner_id, actie_id, signaal_id) SELECT @partnerId, @Id, unnest(@Signalen);
            """,
            new { actie.Id, partnerId, actie.EigenaarId, actie.Titel, actie.StreefDatum, actie.Status, actie.Version, actie.AangemaaktOp, actie.Signalen },
            cancellationToken: cancellationToken));

    public static Task<ActieRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "", cancellationToken);

    public static Task<ActieRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "FOR UPDATE OF a", cancellationToken);

    /// <summary>Stores a locked action as it is from now on.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, ActieRow actie, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE buurtacties SET eigenaar_id = @EigenaarId, titel = @Titel, streef_datum = @StreefDatum, status = @Status, version = @Version WHERE id = @Id
            """,
            actie,
            cancellationToken: cancellationToken));

    private static Task<ActieRow?> QueryAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ActieRow>(new CommandDefinition(
            $"SELECT {ActieRow.Columns} FROM buurtacties a WHERE a.id = @id AND a.partner_id = @partnerId {locking}",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
