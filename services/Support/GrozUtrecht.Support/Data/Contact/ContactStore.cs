using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.Contact;

/// <summary>A row of <c>contact.gegevens</c>.</summary>
internal sealed record ContactRow
{
    public required string Naam { get; init; }

    public string? Telefoon { get; init; }

    public string? Email { get; init; }

    public string? Adres { get; init; }
}

/// <summary>A row of <c>contact.inzages</c>.</summary>
internal sealed record InzageRow
{
    public required Guid Id { get; init; }

    public required Guid AfspraakId { get; init; }

    public required string Rol { get; init; }

    public required string ClientId { get; init; }

    public required DateTimeOffset IngezienOp { get; init; }
}

internal static class ContactStore
{
    public static Task SaveAsync(
        NpgsqlConnection connection, Guid partnerId, Guid persoonId, ContactRow contact, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO contact.gegevens (partner_id, persoon_id, naam, telefoon, email, adres, gewijzigd_op)
            VALUES (@partnerId, @persoonId, @Naam, @Telefoon, @Email, @Adres, @now)
            ON CONFLICT (partner_id, persoon_id) DO UPDATE
            SET naam = EXCLUDED.naam, telefoon = EXCLUDED.telefoon, email = EXCLUDED.email, adres = EXCLUDED.adres, gewijzigd_op = EXCLUDED.gewijzigd_op
            """,
            new { partnerId, persoonId, contact.Naam, contact.Telefoon, contact.Email, contact.Adres, now },
            cancellationToken: cancellationToken));

    public static Task RemoveAsync(NpgsqlConnection connection, Guid partnerId, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM contact.gegevens WHERE partner_id = @partnerId AND persoon_id = @persoonId",
            new { partnerId, persoonId },
            cancellationToken: cancellationToken));

    public static Task<ContactRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid persoonId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ContactRow>(new CommandDefinition(
            "SELECT naam, telefoon, email, adres FROM contact.gegevens WHERE partner_id = @partnerId AND persoon_id = @persoonId",
            new { partnerId, persoonId },
            cancellationToken: cancellationToken));

    /// <summary>Remembers a look, in the transaction that shows it.</summary>
    public static Task LogAsync(
        NpgsqlConnection connection, Guid partnerId, Guid persoonId, InzageRow inzage, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO contact.inzages (id, partner_id, afspraak_id, rol, client_id, persoon_id, ingezien_op)
            VALUES (@Id, @partnerId, @AfspraakId, @Rol, @ClientId, @persoonId, @IngezienOp)
            """,
            new { inzage.Id, partnerId, inzage.AfspraakId, inzage.Rol, inzage.ClientId, persoonId, inzage.IngezienOp },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<InzageRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, Guid persoonId, Guid after, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<InzageRow>(new CommandDefinition(
            """
            SELECT id, afspraak_id, rol, client_id, ingezien_op FROM contact.inzages
            WHERE persoon_id = @persoonId AND partner_id = @partnerId AND id > @after
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId, persoonId, after, limit },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>The person on the other side of an appointment; null when that person was removed.</summary>
    public static Task<Guid?> OtherSideAsync(NpgsqlConnection connection, Guid afspraakId, bool isHelper, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            SELECT CASE WHEN @isHelper THEN v.persoon_id ELSE h.persoon_id END
            FROM afspraken a JOIN helpers h ON h.id = a.helper_id JOIN hulpvragen v ON v.id = a.hulpvraag_id
            WHERE a.id = @afspraakId
            """,
            new { afspraakId, isHelper },
            cancellationToken: cancellationToken));
}
