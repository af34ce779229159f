using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Who is paid, opened.</summary>
internal sealed record Begunstigde(Guid PersoonId, string Naam, Iban Iban);

/// <summary>Names and bank accounts of payees, sealed in the database and opened only here.</summary>
internal sealed class BegunstigdeStore(Kluis kluis)
{
    private const string NaamField = "naam";
    private const string IbanField = "iban";

    /// <summary>
    /// Writes down who is paid. Payouts that were approved with another bank account wait for approval again, because the approval was of
    /// that one.
    /// </summary>
    public async Task SaveAsync(
        NpgsqlConnection connection, Begunstigde begunstigde, string clientId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await FindAsync(connection, [begunstigde.PersoonId], cancellationToken);
        if (known.TryGetValue(begunstigde.PersoonId, out var before) && before.Naam == begunstigde.Naam && before.Iban.Value == begunstigde.Iban.Value)
        {
            return;
        }

        var naam = kluis.Seal(begunstigde.Naam, begunstigde.PersoonId, NaamField);
        var iban = kluis.Seal(begunstigde.Iban.Value, begunstigde.PersoonId, IbanField);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            -- Payouts first, as whoever approves one does.
            select 1 from uitbetaling where persoon_id = @PersoonId and status in ('aangevraagd', 'goedgekeurd') order by id for update;

            insert into begunstigde (persoon_id, sleutel_id, naam_verzegeld, iban_verzegeld, gewijzigd_op, gewijzigd_door)
            values (@PersoonId, @SleutelId, @naam, @iban, @now, @clientId)
            on conflict (persoon_id) do update set
              sleutel_id = excluded.sleutel_id, naam_verzegeld = excluded.naam_verzegeld, iban_verzegeld = excluded.iban_verzegeld,
              gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
            where begunstigde.verwijderd_op is null;

            update uitbetaling set status = 'aangevraagd', goedgekeurd_door = null, goedgekeurd_op = null, versie = versie + 1
            where persoon_id = @PersoonId and status = 'goedgekeurd'
            """,
            new { begunstigde.PersoonId, kluis.SleutelId, naam = naam.Inhoud, iban = iban.Inhoud, clientId, now },
            cancellationToken: cancellationToken));
    }

    /// <summary>The client that wrote down who is paid.</summary>
    public static Task<string?> FindWriterAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select gewijzigd_door from begunstigde where persoon_id = @persoonId for share", new { persoonId }, cancellationToken: cancellationToken));

    /// <summary>Those of these persons of whom it is known, and who are still there.</summary>
    public async Task<IReadOnlyDictionary<Guid, Begunstigde>> FindAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> persoonIds, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select persoon_id, sleutel_id, naam_verzegeld, iban_verzegeld
            from begunstigde where persoon_id = any (@ids) and verwijderd_op is null
            """,
            new { ids = persoonIds.ToArray() },
            cancellationToken: cancellationToken));
        return rows.Select(Open).ToDictionary(begunstigde => begunstigde.PersoonId);
    }

    /// <summary>Seals again what an old key sealed, so that the key can go. Rows that change meanwhile wait for the next round.</summary>
    public async Task ResealAsync(NpgsqlConnection connection, int maximum, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select persoon_id, sleutel_id, naam_verzegeld, iban_verzegeld from begunstigde where sleutel_id <> @SleutelId limit @maximum",
            new { kluis.SleutelId, maximum },
            cancellationToken: cancellationToken));
        foreach (var row in rows)
        {
            var opened = Open(row);
            await connection.ExecuteAsync(new CommandDefinition(
                """
                update begunstigde set sleutel_id = @SleutelId, naam_verzegeld = @naam, iban_verzegeld = @iban
                where persoon_id = @PersoonId and naam_verzegeld = @NaamVerzegeld
                """,
                new
                {
                    kluis.SleutelId,
                    naam = kluis.Seal(opened.Naam, row.PersoonId, NaamField).Inhoud,
                    iban = kluis.Seal(opened.Iban.Value, row.PersoonId, IbanField).Inhoud,
                    row.PersoonId,
                    row.NaamVerzegeld,
                },
                cancellationToken: cancellationToken));
        }
    }

    private Begunstigde Open(Row row)
    {
        var iban = kluis.Open(new(row.SleutelId, row.IbanVerzegeld), row.PersoonId, IbanField);
        return Iban.TryParse(iban, out var parsed)
            ? new(row.PersoonId, kluis.Open(new(row.SleutelId, row.NaamVerzegeld), row.PersoonId, NaamField), parsed)
            : throw new InvalidOperationException("A sealed bank account is not an IBAN.");
    }

    private sealed record Row
    {
        public Guid PersoonId { get; init; }

        public string SleutelId { get; init; } = "";

        public byte[] NaamVerzegeld { get; init; } = [];

        public byte[] IbanVerzegeld { get; init; } = [];
    }
}
