using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Contact;

/// <summary>One row of <c>contact.contactpersonen</c>.</summary>
internal sealed record ContactRow
{
    public required Guid Id { get; init; }

    public required string Van { get; init; }

    public required string Naam { get; init; }

    public string? Email { get; init; }

    public string? Telefoon { get; init; }

    public Guid? PersoonId { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }
}

/// <summary>SQL on <c>contact.contactpersonen</c>: whom to call at a company or a supplier.</summary>
internal static class ContactStore
{
    public const string VanBedrijf = "bedrijf";

    public const string VanLeverancier = "leverancier";

    public static Task SaveAsync(NpgsqlConnection connection, ContactRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO contact.contactpersonen (id, van, naam, email, telefoon, persoon_id, gewijzigd_op)
            VALUES (@Id, @Van, @Naam, @Email, @Telefoon, @PersoonId, @GewijzigdOp)
            ON CONFLICT (id) DO UPDATE
            SET naam = @Naam, email = @Email, telefoon = @Telefoon, persoon_id = @PersoonId, gewijzigd_op = @GewijzigdOp
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<ContactRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ContactRow>(new CommandDefinition(
            "SELECT id, van, naam, email, telefoon, persoon_id, gewijzigd_op FROM contact.contactpersonen WHERE id = @id",
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Has a supplier of this partner a koppeling with the company, that both sides accepted?</summary>
    public static Task<bool> IsLinkedToBedrijfAsync(NpgsqlConnection connection, Guid bedrijfId, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM koppelingen AS k JOIN leveranciers AS l ON l.id = k.leverancier_id
              WHERE k.bedrijf_id = @bedrijfId AND k.status = 'gemaakt' AND l.partner_id = @partnerId)
            """,
            new { bedrijfId, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Has a company of this partner a koppeling with the supplier, that both sides accepted?</summary>
    public static Task<bool> IsLinkedToLeverancierAsync(
        NpgsqlConnection connection, Guid leverancierId, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM koppelingen AS k JOIN bedrijven AS b ON b.id = k.bedrijf_id
              WHERE k.leverancier_id = @leverancierId AND k.status = 'gemaakt' AND b.partner_id = @partnerId)
            """,
            new { leverancierId, partnerId },
            cancellationToken: cancellationToken));

    public static Task RemoveAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM contact.contactpersonen WHERE id = @id", new { id }, cancellationToken: cancellationToken));
}

/// <summary>A contact who was removed is nobody's contact any more; who it was of must name another.</summary>
internal sealed class ContactEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM contact.contactpersonen WHERE persoon_id = @persoonId", new { persoonId }, cancellationToken: cancellationToken));
}
