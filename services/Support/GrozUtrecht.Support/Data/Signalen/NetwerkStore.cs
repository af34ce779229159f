using Dapper;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Werkgericht;
using Npgsql;

namespace GrozUtrecht.Support.Data.Signalen;

/// <summary>A row of <c>netwerkleden</c>.</summary>
internal sealed record NetwerklidRow
{
    public const string Columns = "id, buurt_id, persoon_id, organisatie, rol, aangemaakt_op";

    public required Guid Id { get; init; }

    public required Guid BuurtId { get; init; }

    public Guid? PersoonId { get; init; }

    public string? Organisatie { get; init; }

    public required string Rol { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public NetwerklidResponse ToResponse() => new(Id, BuurtId, PersoonId, Organisatie, Words<Netwerkrol>.Read(Rol), AangemaaktOp);
}

internal static class NetwerkStore
{
    /// <summary>Stores a new member; false when this person is in the network of this buurt already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Guid partnerId, NetwerklidRow lid, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO netwerkleden (id, partner_id, buurt_id, persoon_id, organisatie, rol, aangemaakt_op)
            VALUES (@Id, @partnerId, @BuurtId, @PersoonId, @Organisatie, @Rol, @AangemaaktOp)
            ON CONFLICT (buurt_id, persoon_id) DO NOTHING
            """,
            new { lid.Id, partnerId, lid.BuurtId, lid.PersoonId, lid.Organisatie, lid.Rol, lid.AangemaaktOp },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Sees to it that this member is not removed before the end of the transaction; false when there is none.</summary>
    public static async Task<bool> KeepAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            "SELECT 1 FROM netwerkleden WHERE id = @id AND partner_id = @partnerId AND verwijderd_op IS NULL FOR SHARE",
            new { id, partnerId },
            cancellationToken: cancellationToken)) is not null;
}
