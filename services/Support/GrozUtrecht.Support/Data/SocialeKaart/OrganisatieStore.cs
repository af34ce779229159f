using Dapper;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>A row of <c>organisaties</c>.</summary>
internal sealed record OrganisatieRow
{
    public const string Columns =
        """
        o.id, o.partner_id, o.naam, o.omschrijving, o.kvk_nummer, o.website, o.email, o.telefoon, o.onderhouden_door, o.verificatie_maanden,
        o.geverifieerd_datum, o.verifieren_voor_datum, o.status, o.version, o.aangemaakt_op, o.gewijzigd_op, o.gepubliceerd_op
        """;

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? KvkNummer { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telefoon { get; init; }

    public string? OnderhoudenDoor { get; init; }

    public required int VerificatieMaanden { get; init; }

    public DateOnly? GeverifieerdDatum { get; init; }

    public DateOnly? VerifierenVoorDatum { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GepubliceerdOp { get; init; }

    public Kaartstatus StatusValue => Words<Kaartstatus>.Read(Status);

    public OrganisatieRow Verified(Verificatie verificatie) =>
        this with { GeverifieerdDatum = verificatie.Datum, VerifierenVoorDatum = verificatie.VoorDatum };
}

/// <summary>Organisations: everybody reads what is published, the partner that brought one in changes it.</summary>
internal static class OrganisatieStore
{
    public static Task InsertAsync(NpgsqlConnection connection, OrganisatieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO organisaties (
              id, partner_id, naam, omschrijving, kvk_nummer, website, email, telefoon, onderhouden_door, verificatie_maanden, status, version,
              aangemaakt_op, gewijzigd_op)
            VALUES (
              @Id, @PartnerId, @Naam, @Omschrijving, @KvkNummer, @Website, @Email, @Telefoon, @OnderhoudenDoor, @VerificatieMaanden, @Status, @Version,
              @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Stores the row, and counts as a change of its voorzieningen: their public entry names the organisation.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, OrganisatieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE organisaties SET
              naam = @Naam, omschrijving = @Omschrijving, kvk_nummer = @KvkNummer, website = @Website, email = @Email, telefoon = @Telefoon,
              onderhouden_door = @OnderhoudenDoor, verificatie_maanden = @VerificatieMaanden, geverifieerd_datum = @GeverifieerdDatum,
              verifieren_voor_datum = @VerifierenVoorDatum, status = @Status, version = @Version, gewijzigd_op = @GewijzigdOp,
              gepubliceerd_op = @GepubliceerdOp
            WHERE id = @Id;
            UPDATE voorzieningen SET organisatie_naam = @Naam, gewijzigd_op = greatest(gewijzigd_op, @GewijzigdOp)
            WHERE organisatie_id = @Id AND status <> 'beeindigd'
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The organisation as this partner sees it: its own, or what is published.</summary>
    public static Task<OrganisatieRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<OrganisatieRow>(new CommandDefinition(
            $"SELECT {OrganisatieRow.Columns} FROM organisaties o WHERE o.id = @id AND (o.partner_id = @partnerId OR o.status = 'gepubliceerd')",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>An organisation of this partner, which nobody else changes until the end of the transaction.</summary>
    public static async Task<OrganisatieRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken)
    {
        await Kaartslot.TakeAsync(connection, partnerId, cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<OrganisatieRow>(new CommandDefinition(
            $"SELECT {OrganisatieRow.Columns} FROM organisaties o WHERE o.id = @id AND o.partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    public static async Task<IReadOnlyList<OrganisatieRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, bool eigen, string? status, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<OrganisatieRow>(new CommandDefinition(
            $"""
            SELECT {OrganisatieRow.Columns}
            FROM organisaties o
            WHERE o.id > @after AND {(eigen ? "o.partner_id = @partnerId" : "(o.partner_id = @partnerId OR o.status = 'gepubliceerd')")}
              AND (@status::text IS NULL OR o.status = @status)
            ORDER BY o.id
            LIMIT @count
            """,
            new { partnerId, status, after, count },
            cancellationToken: cancellationToken))];

    /// <summary>Ends what stands under an organisation that ends.</summary>
    public static Task EndPartsAsync(NpgsqlConnection connection, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE voorzieningen SET status = 'beeindigd', version = version + 1, gewijzigd_op = @now WHERE organisatie_id = @id AND status <> 'beeindigd';
            UPDATE locaties SET status = 'beeindigd', version = version + 1, gewijzigd_op = @now WHERE organisatie_id = @id AND status <> 'beeindigd'
              AND NOT EXISTS (
                SELECT FROM voorziening_locaties l JOIN voorzieningen v ON v.id = l.voorziening_id
                WHERE l.locatie_id = locaties.id AND v.status <> 'beeindigd')
            """,
            new { id, now },
            cancellationToken: cancellationToken));

    /// <summary>Ends an organisation that has nothing left to offer.</summary>
    public static Task EndWithoutVoorzieningenAsync(NpgsqlConnection connection, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE organisaties SET status = 'beeindigd', version = version + 1, gewijzigd_op = @now
            WHERE id = @id AND status <> 'beeindigd'
              AND NOT EXISTS (SELECT FROM voorzieningen v WHERE v.organisatie_id = organisaties.id AND v.status <> 'beeindigd')
            """,
            new { id, now },
            cancellationToken: cancellationToken));
}
