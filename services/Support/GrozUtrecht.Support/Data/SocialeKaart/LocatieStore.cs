using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>A row of <c>locaties</c>.</summary>
internal sealed record LocatieRow
{
    public const string Columns =
        """
        l.id, l.partner_id, l.organisatie_id, l.naam, l.adres, l.postcode, l.postcode_letters, l.route, l.toegankelijkheid, l.status, l.version,
        l.aangemaakt_op, l.gewijzigd_op
        """;

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid OrganisatieId { get; init; }

    public required string Naam { get; init; }

    public required string Adres { get; init; }

    public required string Postcode { get; init; }

    public string? PostcodeLetters { get; init; }

    public string? Route { get; init; }

    public required string[] Toegankelijkheid { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public bool IsEnded => Status == "beeindigd";
}

/// <summary>Places; public with the organisation that they belong to.</summary>
internal static class LocatieStore
{
    private const string Visible =
        "(l.partner_id = @partnerId OR (l.status = 'gepubliceerd' AND EXISTS (SELECT FROM organisaties o WHERE o.id = l.organisatie_id AND o.status = 'gepubliceerd')))";

    public static Task InsertAsync(NpgsqlConnection connection, LocatieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO locaties (
              id, partner_id, organisatie_id, naam, adres, postcode, postcode_letters, route, toegankelijkheid, status, version, aangemaakt_op, gewijzigd_op)
            VALUES (
              @Id, @PartnerId, @OrganisatieId, @Naam, @Adres, @Postcode, @PostcodeLetters, @Route, @Toegankelijkheid, @Status, @Version, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Stores the row, and counts as a change of every voorziening that is there: their public entry shows the place.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, LocatieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE locaties SET
              naam = @Naam, adres = @Adres, postcode = @Postcode, postcode_letters = @PostcodeLetters, route = @Route,
              toegankelijkheid = @Toegankelijkheid, status = @Status, version = @Version, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id;
            UPDATE voorzieningen SET gewijzigd_op = greatest(gewijzigd_op, @GewijzigdOp)
            WHERE id IN (SELECT voorziening_id FROM voorziening_locaties WHERE locatie_id = @Id)
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<LocatieRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<LocatieRow>(new CommandDefinition(
            $"SELECT {LocatieRow.Columns} FROM locaties l WHERE l.id = @id AND {Visible}",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>A place of this partner, which nobody else changes until the end of the transaction.</summary>
    public static async Task<LocatieRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken)
    {
        await Kaartslot.TakeAsync(connection, partnerId, cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<LocatieRow>(new CommandDefinition(
            $"SELECT {LocatieRow.Columns} FROM locaties l WHERE l.id = @id AND l.partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    public static async Task<IReadOnlyList<LocatieRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, Guid? organisatieId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<LocatieRow>(new CommandDefinition(
            $"""
            SELECT {LocatieRow.Columns}
            FROM locaties l
            WHERE l.id > @after AND (@organisatieId::uuid IS NULL OR l.organisatie_id = @organisatieId) AND {Visible}
            ORDER BY l.id
            LIMIT @count
            """,
            new { partnerId, organisatieId, after, count },
            cancellationToken: cancellationToken))];

    /// <summary>Whether some voorziening that did not end takes place here.</summary>
    public static Task<bool> IsUsedAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (
              SELECT FROM voorziening_locaties l JOIN voorzieningen v ON v.id = l.voorziening_id
              WHERE l.locatie_id = @id AND v.status <> 'beeindigd')
            """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>How many of these places this partner has and did not end.</summary>
    public static Task<int> CountUsableAsync(NpgsqlConnection connection, Guid partnerId, Guid[] ids, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM locaties WHERE id = ANY (@ids) AND partner_id = @partnerId AND status <> 'beeindigd'",
            new { ids, partnerId },
            cancellationToken: cancellationToken));
}
