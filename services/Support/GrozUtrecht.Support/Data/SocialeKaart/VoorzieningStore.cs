using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>Services of organisations: everybody reads what is published, the partner that brought one in changes it.</summary>
internal static class VoorzieningStore
{
    private const string Links =
        """
        DELETE FROM voorziening_categorieen WHERE voorziening_id = @Id AND categorie <> ALL (@Categorieen);
        INSERT INTO voorziening_categorieen (voorziening_id, categorie) SELECT @Id, unnest(@Categorieen) ON CONFLICT DO NOTHING;
        DELETE FROM voorziening_locaties WHERE voorziening_id = @Id AND locatie_id <> ALL (@LocatieIds);
        INSERT INTO voorziening_locaties (voorziening_id, locatie_id, partner_id) SELECT @Id, unnest(@LocatieIds), @PartnerId ON CONFLICT DO NOTHING
        """;

    public static Task InsertAsync(NpgsqlConnection connection, VoorzieningRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO voorzieningen (
              id, partner_id, organisatie_id, organisatie_naam, naam, omschrijving, doelgroep, minimum_leeftijd, maximum_leeftijd, kosten,
              kosten_toelichting, bedrag_centen, aanmelding, aanmelding_toelichting, talen, werkgebied, website, email, telefoon, openingstijden,
              afwijkende_tijden, onderhouden_door, verificatie_maanden, status, version, aangemaakt_op, gewijzigd_op)
            VALUES (
              @Id, @PartnerId, @OrganisatieId, @OrganisatieNaam, @Naam, @Omschrijving, @Doelgroep, @MinimumLeeftijd, @MaximumLeeftijd, @Kosten,
              @KostenToelichting, @BedragCenten, @Aanmelding, @AanmeldingToelichting, @Talen, @Werkgebied, @Website, @Email, @Telefoon,
              @Openingstijden::jsonb, @AfwijkendeTijden::jsonb, @OnderhoudenDoor, @VerificatieMaanden, @Status, @Version, @AangemaaktOp, @GewijzigdOp);
            {Links}
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task UpdateAsync(NpgsqlConnection connection, VoorzieningRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE voorzieningen SET
              naam = @Naam, omschrijving = @Omschrijving, doelgroep = @Doelgroep, minimum_leeftijd = @MinimumLeeftijd,
              maximum_leeftijd = @MaximumLeeftijd, kosten = @Kosten, kosten_toelichting = @KostenToelichting, bedrag_centen = @BedragCenten,
              aanmelding = @Aanmelding, aanmelding_toelichting = @AanmeldingToelichting, talen = @Talen, werkgebied = @Werkgebied,
              website = @Website, email = @Email, telefoon = @Telefoon, openingstijden = @Openingstijden::jsonb,
              afwijkende_tijden = @AfwijkendeTijden::jsonb, onderhouden_door = @OnderhoudenDoor, verificatie_maanden = @VerificatieMaanden,
              geverifieerd_datum = @GeverifieerdDatum, verifieren_voor_datum = @VerifierenVoorDatum, status = @Status, version = @Version,
              gewijzigd_op = @GewijzigdOp, gepubliceerd_op = @GepubliceerdOp
            WHERE id = @Id;
            {Links}
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The voorziening as this partner sees it: its own, or what is published.</summary>
    public static Task<VoorzieningRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VoorzieningRow>(new CommandDefinition(
            $"SELECT {VoorzieningRow.Columns} FROM voorzieningen v WHERE v.id = @id AND (v.partner_id = @partnerId OR v.status = 'gepubliceerd')",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>A voorziening of this partner, which nobody else changes until the end of the transaction.</summary>
    public static async Task<VoorzieningRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken)
    {
        await Kaartslot.TakeAsync(connection, partnerId, cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<VoorzieningRow>(new CommandDefinition(
            $"SELECT {VoorzieningRow.Columns} FROM voorzieningen v WHERE v.id = @id AND v.partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>Brings a voorziening and its places under another organisation of the same partner.</summary>
    public static Task MoveAsync(NpgsqlConnection connection, VoorzieningRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE voorzieningen SET organisatie_id = @OrganisatieId, organisatie_naam = @OrganisatieNaam WHERE id = @Id;
            UPDATE locaties SET organisatie_id = @OrganisatieId WHERE id = ANY (@LocatieIds)
            """,
            row,
            cancellationToken: cancellationToken));
}
