using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>betaalbatch</c>, without its file.</summary>
internal sealed record Betaalbatch
{
    public const string Columns = "id, partner_id, aantal, bedrag_centen, uitvoer_datum, aangemaakt_op";

    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public int Aantal { get; init; }

    public long BedragCenten { get; init; }

    public DateOnly UitvoerDatum { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }
}

/// <summary>Batches and their files, which are sealed because they hold names and bank accounts.</summary>
internal sealed class BetaalbatchStore(Kluis kluis)
{
    /// <summary>Both orders of each payout fit in one call of the ledger.</summary>
    public const int MaximumUitbetalingen = BoekCommand.MaximumOrders / 2;

    private const string BestandField = "pain001";

    /// <summary>
    /// Approved payouts of this partner that can still be paid in time, oldest first and locked; those that another batch is taking
    /// are passed over.
    /// </summary>
    public static async Task<IReadOnlyList<Uitbetaling>> TakeAsync(
        NpgsqlConnection connection, Guid partnerId, DateTimeOffset heldUntil, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Uitbetaling>(new CommandDefinition(
            $"""
             select {Uitbetaling.Columns} from uitbetaling u
             where u.partner_id = @partnerId and u.status = 'goedgekeurd' and u.vervalt_op > @heldUntil
               and exists (select from begunstigde b where b.persoon_id = u.persoon_id and b.verwijderd_op is null)
             order by u.id limit @MaximumUitbetalingen for update of u skip locked
             """,
            new { partnerId, heldUntil, MaximumUitbetalingen },
            cancellationToken: cancellationToken))];

    public static Task<Betaler?> FindBetalerAsync(NpgsqlConnection connection, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Betaler>(new CommandDefinition(
            "select naam, iban, bic from betaalrekening where partner_id = @partnerId", new { partnerId }, cancellationToken: cancellationToken));

    public Task InsertAsync(
        NpgsqlConnection connection, Betaalbatch batch, Betaalbestand bestand, string clientId, DateOnly bewarenTot, CancellationToken cancellationToken)
    {
        var sealedFile = kluis.Seal(bestand.ToXml(), batch.Id, BestandField);
        return connection.ExecuteAsync(new CommandDefinition(
            """
            insert into betaalbatch (id, partner_id, aantal, bedrag_centen, uitvoer_datum, sleutel_id, bestand_verzegeld, client_id, aangemaakt_op, bewaren_tot)
            values (@Id, @PartnerId, @Aantal, @BedragCenten, @UitvoerDatum, @SleutelId, @Inhoud, @clientId, @AangemaaktOp, @bewarenTot)
            """,
            new
            {
                batch.Id, batch.PartnerId, batch.Aantal, batch.BedragCenten, batch.UitvoerDatum, sealedFile.SleutelId, sealedFile.Inhoud,
                clientId, batch.AangemaaktOp, bewarenTot,
            },
            cancellationToken: cancellationToken));
    }

    public static Task<Betaalbatch?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        QueryAsync(connection, id, partnerId, "", cancellationToken);

    /// <summary>Holds the batch, so that two answers of the bank are taken in one after the other.</summary>
    public static Task<Betaalbatch?> LockAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        QueryAsync(connection, id, partnerId, "for update", cancellationToken);

    /// <summary>The file as it was made; null when the batch is unknown or its file was erased.</summary>
    public async Task<string?> OpenFileAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<(string SleutelId, byte[] Bestand)?>(new CommandDefinition(
            "select sleutel_id, bestand_verzegeld from betaalbatch where id = @id and partner_id = @partnerId and bestand_verzegeld is not null",
            new { id, partnerId },
            cancellationToken: cancellationToken));
        return row is { } found ? kluis.Open(new(found.SleutelId, found.Bestand), id, BestandField) : null;
    }

    /// <summary>Seals again the files that an old key sealed, so that the key can go.</summary>
    public async Task ResealAsync(NpgsqlConnection connection, int maximum, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(Guid Id, string SleutelId, byte[] Bestand)>(new CommandDefinition(
            "select id, sleutel_id, bestand_verzegeld from betaalbatch where sleutel_id <> @SleutelId and bestand_verzegeld is not null limit @maximum",
            new { kluis.SleutelId, maximum },
            cancellationToken: cancellationToken));
        foreach (var row in rows)
        {
            var sealedFile = kluis.Seal(kluis.Open(new(row.SleutelId, row.Bestand), row.Id, BestandField), row.Id, BestandField);
            await connection.ExecuteAsync(new CommandDefinition(
                "update betaalbatch set sleutel_id = @SleutelId, bestand_verzegeld = @Inhoud where id = @Id and bestand_verzegeld = @Bestand",
                new { sealedFile.SleutelId, sealedFile.Inhoud, row.Id, row.Bestand },
                cancellationToken: cancellationToken));
        }
    }

    /// <summary>Notes that this answer was taken in; false when it was before.</summary>
    public static async Task<bool> NoteAnswerAsync(
        NpgsqlConnection connection, Guid batchId, byte[] hash, string clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into bankantwoord (betaalbatch_id, inhoud_hash, client_id, ontvangen_op) values (@batchId, @hash, @clientId, @now)
            on conflict do nothing
            """,
            new { batchId, hash, clientId, now },
            cancellationToken: cancellationToken)) == 1;

    private static Task<Betaalbatch?> QueryAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Betaalbatch>(new CommandDefinition(
            $"select {Betaalbatch.Columns} from betaalbatch where id = @id and partner_id = @partnerId {locking}",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}
