using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>SQL on <c>programmas</c>. Whoever asks must look at the rights, as <c>Programmaboek</c> does.</summary>
internal static class ProgrammaStore
{
    public const string Columns =
        """
        id, bedrijf_id, partner_id, gebied, version, status, naam, doel, geldende_versie, begin_datum, eind_datum, aangemaakt_op, overeengekomen_op,
        gestart_op, afgesloten_op, ingetrokken_op
        """;

    public static Task InsertAsync(NpgsqlConnection connection, ProgrammaRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO programmas ({Columns})
            VALUES (@Id, @BedrijfId, @PartnerId, @Gebied, @Version, @Status, @Naam, @Doel, @GeldendeVersie, @BeginDatum, @EindDatum, @AangemaaktOp,
                    @OvereengekomenOp, @GestartOp, @AfgeslotenOp, @IngetrokkenOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes what may change of a row that this transaction has locked. The period becomes that of the version that holds.</summary>
    public static Task<ProgrammaRow> UpdateAsync(NpgsqlConnection connection, ProgrammaRow row, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<ProgrammaRow>(new CommandDefinition(
            $"""
            UPDATE programmas
            SET version = @Version, status = @Status, geldende_versie = @GeldendeVersie, overeengekomen_op = @OvereengekomenOp,
                gestart_op = @GestartOp, afgesloten_op = @AfgeslotenOp, ingetrokken_op = @IngetrokkenOp,
                begin_datum = coalesce((SELECT begin_datum FROM programmaversies WHERE programma_id = @Id AND versie = @GeldendeVersie), begin_datum),
                eind_datum = coalesce((SELECT eind_datum FROM programmaversies WHERE programma_id = @Id AND versie = @GeldendeVersie), eind_datum)
            WHERE id = @Id
            RETURNING {Columns}
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<ProgrammaRow?> FindAsync(NpgsqlConnection connection, Guid id, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProgrammaRow>(new CommandDefinition(
            $"SELECT {Columns} FROM programmas WHERE id = @id{(isLocked ? " FOR UPDATE" : "")}", new { id }, cancellationToken: cancellationToken));
}
