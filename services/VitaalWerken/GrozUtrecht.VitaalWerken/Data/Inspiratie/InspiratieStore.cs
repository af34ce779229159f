using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Inspiratie;

/// <summary>SQL on <c>inspiratiebijeenkomsten</c>. Who may see or change a row is decided by <c>Toegang</c>.</summary>
internal static class InspiratieStore
{
    public const string Columns =
        """
        id, bedrijf_id, gebied, version, status, plek, begint_op, eindigt_op, verwacht_aantal, aanwezig_aantal, afspraken, opvolging_datum, link_hash,
        aangemaakt_op, gewijzigd_op, gehouden_op, opgevolgd_op, afgelast_op, gesloten_op, belangstelling_aantal
        """;

    public static Task InsertAsync(NpgsqlConnection connection, InspiratieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO inspiratiebijeenkomsten
              (id, bedrijf_id, gebied, version, status, plek, begint_op, eindigt_op, verwacht_aantal, aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @BedrijfId, @Gebied, @Version, @Status, @Plek, @BegintOp, @EindigtOp, @VerwachtAantal, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, InspiratieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE inspiratiebijeenkomsten
            SET version = @Version, status = @Status, plek = @Plek, begint_op = @BegintOp, eindigt_op = @EindigtOp, verwacht_aantal = @VerwachtAantal,
                aanwezig_aantal = @AanwezigAantal, afspraken = @Afspraken, opvolging_datum = @OpvolgingDatum, link_hash = @LinkHash,
                gewijzigd_op = @GewijzigdOp, gehouden_op = @GehoudenOp, opgevolgd_op = @OpgevolgdOp, afgelast_op = @AfgelastOp,
                gesloten_op = @GeslotenOp, belangstelling_aantal = @BelangstellingAantal
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<InspiratieRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<InspiratieRow>(new CommandDefinition(
            $"SELECT {Columns} FROM inspiratiebijeenkomsten WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Keeps every other change of the meeting waiting, also the interest that somebody tells.</summary>
    public static Task<InspiratieRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<InspiratieRow>(new CommandDefinition(
            $"SELECT {Columns} FROM inspiratiebijeenkomsten WHERE id = @id FOR NO KEY UPDATE", new { id }, cancellationToken: cancellationToken));

    /// <summary>The meeting of this link; locked, when it is to be written to.</summary>
    public static Task<InspiratieRow?> OfLinkAsync(NpgsqlConnection connection, byte[] hash, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<InspiratieRow>(new CommandDefinition(
            $"SELECT {Columns} FROM inspiratiebijeenkomsten WHERE link_hash = @hash{(isLocked ? " FOR NO KEY UPDATE" : "")}",
            new { hash },
            cancellationToken: cancellationToken));

    /// <summary>Replaces the programme.</summary>
    public static Task ReplaceOnderdelenAsync(
        NpgsqlConnection connection, Guid id, IReadOnlyList<OnderdeelRow> onderdelen, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM inspiratieonderdelen WHERE bijeenkomst_id = @id;
            INSERT INTO inspiratieonderdelen (bijeenkomst_id, nummer, titel, leverancier_id, begint_op, eindigt_op)
            SELECT @id, nummer, titel, leverancier_id, begint_op, eindigt_op
            FROM unnest(@nummers, @titels, @leveranciers, @begin, @einde) AS onderdeel (nummer, titel, leverancier_id, begint_op, eindigt_op);
            """,
            new
            {
                id,
                nummers = onderdelen.Select(onderdeel => onderdeel.Nummer).ToArray(),
                titels = onderdelen.Select(onderdeel => onderdeel.Titel).ToArray(),
                leveranciers = onderdelen.Select(onderdeel => onderdeel.LeverancierId).ToArray(),
                begin = onderdelen.Select(onderdeel => onderdeel.BegintOp.UtcDateTime).ToArray(),
                einde = onderdelen.Select(onderdeel => onderdeel.EindigtOp.UtcDateTime).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<OnderdeelRow>> OnderdelenAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<OnderdeelRow>(new CommandDefinition(
            """
            SELECT nummer, titel, leverancier_id, leveranciers.naam AS leverancier, begint_op, eindigt_op
            FROM inspiratieonderdelen
            JOIN leveranciers ON leveranciers.id = leverancier_id
            WHERE bijeenkomst_id = @id
            ORDER BY nummer
            """,
            new { id },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>The names of those suppliers that take part, by id; locked, in the order in which booking them locks them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ActiveAsync(
        NpgsqlConnection connection, Guid[] leveranciers, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Id, string Naam)>(new CommandDefinition(
            "SELECT id, naam FROM leveranciers WHERE id = ANY(@leveranciers) AND status = 'actief' ORDER BY id FOR NO KEY UPDATE",
            new { leveranciers },
            cancellationToken: cancellationToken))).ToDictionary(pair => pair.Id, pair => pair.Naam);
}
