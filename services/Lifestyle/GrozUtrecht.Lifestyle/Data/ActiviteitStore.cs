using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data;

/// <summary>SQL on <c>activiteiten</c>. Who may see or change a row is decided in the WHERE.</summary>
internal static class ActiviteitStore
{
    private const string Columns =
        """
        id, partner_id, version, status, naam, omschrijving, dimensies, drempels, postcode, gebied, locatienaam, prijs_centen, capaciteit,
        aanbieder_id, openactive_concept, talen, bedenktijd_minuten, aangemaakt_op, gewijzigd_op, gepubliceerd_op, ingetrokken_op
        """;

    public static Task InsertAsync(NpgsqlConnection connection, ActiviteitRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO activiteiten ({Columns})
            VALUES (@Id, @PartnerId, @Version, @Status, @Naam, @Omschrijving, @Dimensies, @Drempels, @Postcode, @Gebied, @Locatienaam,
                    @PrijsCenten, @Capaciteit, @AanbiederId, @OpenactiveConcept, @Talen, @BedenktijdMinuten, @AangemaaktOp, @GewijzigdOp, @GepubliceerdOp, @IngetrokkenOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, ActiviteitRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE activiteiten
            SET version = @Version, status = @Status, naam = @Naam, omschrijving = @Omschrijving, dimensies = @Dimensies,
                drempels = @Drempels, postcode = @Postcode, gebied = @Gebied, locatienaam = @Locatienaam, prijs_centen = @PrijsCenten,
                capaciteit = @Capaciteit, aanbieder_id = @AanbiederId, openactive_concept = @OpenactiveConcept, talen = @Talen,
                bedenktijd_minuten = @BedenktijdMinuten, gewijzigd_op = @GewijzigdOp, gepubliceerd_op = @GepubliceerdOp, ingetrokken_op = @IngetrokkenOp
            WHERE id = @Id AND partner_id = @PartnerId
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The partner's own activity, locked until the transaction ends.</summary>
    public static Task<ActiviteitRow?> LockOwnAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ActiviteitRow>(new CommandDefinition(
            $"SELECT {Columns} FROM activiteiten WHERE id = @id AND partner_id = @partnerId FOR UPDATE",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>
    /// Gives the sessions to come as many places as the activity has now, where they had as many as it had before; where more people hold
    /// a place than that, as many as those. Gives the sessions with somebody who waits for one of the places that came.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> ResizeSessiesAsync(
        NpgsqlConnection connection, ActiviteitRow before, int capaciteit, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            WITH locked AS (
              SELECT id FROM sessies
              WHERE activiteit_id = @Id AND soort = 'regulier' AND sessie_status = 'gepland' AND begint_op > @now AND capaciteit = @earlier
              ORDER BY id FOR UPDATE
            ), resized AS (
              UPDATE sessies SET capaciteit = greatest(@capaciteit, bezet), gewijzigd_op = @now FROM locked WHERE locked.id = sessies.id RETURNING sessies.id
            )
            SELECT id FROM resized WHERE EXISTS (SELECT FROM deelnames WHERE sessie_id = resized.id AND status = 'wachtlijst') ORDER BY id
            """,
            new { before.Id, earlier = before.Capaciteit, capaciteit, now },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Gives every published activity of an aanbieder its next version, and the rows.</summary>
    public static async Task<IReadOnlyList<ActiviteitRow>> RenewOfAanbiederAsync(
        NpgsqlConnection connection, Guid aanbiederId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ActiviteitRow>(new CommandDefinition(
            $"""
            UPDATE activiteiten SET version = version + 1, gewijzigd_op = @now
            WHERE aanbieder_id = @aanbiederId AND status = 'gepubliceerd'
            RETURNING {Columns}
            """,
            new { aanbiederId, now },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>An activity of the partner's own, or one that is published.</summary>
    public static async Task<ActiviteitRow?> FindAsync(
        NpgsqlDataSource database, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ActiviteitRow>(new CommandDefinition(
            $"SELECT {Columns} FROM activiteiten WHERE id = @id AND (partner_id = @partnerId OR status = 'gepubliceerd')",
            new { id, partnerId },
            cancellationToken: cancellationToken));
    }

    /// <summary>One page in order of creation, with one row more than the page holds when there is another page.</summary>
    public static async Task<IReadOnlyList<ActiviteitRow>> ListAsync(
        NpgsqlDataSource database, ActiviteitFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ActiviteitRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM activiteiten
            WHERE id > @After
              AND (partner_id = @PartnerId OR (status = 'gepubliceerd' AND NOT @OwnOnly))
              AND (@Gebied::text IS NULL OR gebied = @Gebied)
              AND (@Dimensie::text IS NULL OR @Dimensie = ANY (dimensies))
              AND (@Postcodes::text[] IS NULL OR postcode = ANY (@Postcodes))
            ORDER BY id
            LIMIT @Take
            """,
            filter,
            cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>What a list of activities asks for; null is no filter.</summary>
internal sealed record ActiviteitFilter(
    Guid PartnerId, bool OwnOnly, Guid After, int Take, string? Gebied, string? Dimensie, string[]? Postcodes);
