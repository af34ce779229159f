using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>SQL on <c>programmaversies</c> and <c>instemmingen</c>: the life of a programme, read and written.</summary>
internal static class VersieStore
{
    public const string Agreed = "ingestemd";

    public const string Refused = "afgewezen";

    /// <summary>The programme with all its versions, what was said of them and who has modules in them.</summary>
    public static async Task<Programmadossier> ReadAsync(NpgsqlConnection connection, ProgrammaRow row, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT versie, status, begin_datum, eind_datum, opgesteld_op, voorgesteld_op, overeengekomen_op, vervallen_op
            FROM programmaversies
            WHERE programma_id = @Id
            ORDER BY versie;
            SELECT versie, leverancier_id, besluit, reden, toelichting, besloten_op FROM instemmingen WHERE programma_id = @Id ORDER BY versie, id;
            SELECT DISTINCT versie, leverancier_id FROM modules WHERE programma_id = @Id ORDER BY versie, leverancier_id;
            """,
            new { row.Id },
            cancellationToken: cancellationToken));
        return new(
            row,
            [.. await results.ReadAsync<VersieRow>()],
            [.. await results.ReadAsync<InstemmingRow>()],
            (await results.ReadAsync<(int Versie, Guid LeverancierId)>()).ToLookup(item => item.Versie, item => item.LeverancierId));
    }

    /// <summary>The suppliers of this partner that have a module in any version.</summary>
    public static async Task<IReadOnlyList<Guid>> OwnLeveranciersAsync(
        NpgsqlConnection connection, Guid programmaId, Guid partnerId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id FROM leveranciers
            WHERE partner_id = @partnerId AND EXISTS (SELECT FROM modules WHERE programma_id = @programmaId AND leverancier_id = leveranciers.id)
            """,
            new { programmaId, partnerId },
            cancellationToken: cancellationToken))).AsList();

    public static Task AnswerAsync(
        NpgsqlConnection connection, Guid id, Guid programmaId, InstemmingRow answer, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO instemmingen (id, programma_id, versie, leverancier_id, besluit, reden, toelichting, partner_id, besloten_op)
            VALUES (@id, @programmaId, @Versie, @LeverancierId, @Besluit, @Reden, @Toelichting, @partnerId, @BeslotenOp)
            """,
            new { id, programmaId, answer.Versie, answer.LeverancierId, answer.Besluit, answer.Reden, answer.Toelichting, partnerId, answer.BeslotenOp },
            cancellationToken: cancellationToken));

    public static Task InsertAsync(
        NpgsqlConnection connection, Guid programmaId, int versie, DateOnly beginDatum, DateOnly eindDatum, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO programmaversies (programma_id, versie, status, begin_datum, eind_datum, opgesteld_op)
            VALUES (@programmaId, @versie, 'concept', @beginDatum, @eindDatum, @now)
            """,
            new { programmaId, versie, beginDatum, eindDatum, now },
            cancellationToken: cancellationToken));

    /// <summary>Writes what became of the versions. The older first: one holds at a time.</summary>
    public static async Task SaveAsync(
        NpgsqlConnection connection, Guid programmaId, Programmastand before, Programmastand next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var versie in next.Versies.Take(before.Versies.Count).Where(versie => versie.Status != before.Find(versie.Versie)!.Status))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                UPDATE programmaversies
                SET status = @status,
                    voorgesteld_op = CASE @status WHEN 'voorgesteld' THEN @now ELSE voorgesteld_op END,
                    overeengekomen_op = CASE @status WHEN 'overeengekomen' THEN @now ELSE overeengekomen_op END,
                    vervallen_op = CASE WHEN @status IN ('vervangen', 'afgewezen', 'ingetrokken') THEN @now END
                WHERE programma_id = @programmaId AND versie = @versie
                """,
                new { programmaId, versie = versie.Versie, status = Words.Of(versie.Status), now },
                cancellationToken: cancellationToken));
        }
    }
}
