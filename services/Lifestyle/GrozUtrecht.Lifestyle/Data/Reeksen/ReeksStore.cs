using Dapper;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Reeksen;

/// <summary>SQL on <c>reeksen</c>. Its activity is always locked first.</summary>
internal static class ReeksStore
{
    public const string Columns =
        """
        id, activiteit_id, partner_id, version, frequentie, elke, weekdagen, dag_van_maand, week_van_maand, vanaf, tot, aantal, begintijd,
        duur_minuten, overslaan_in_vakanties, overslaan_op_feestdagen, gepland_tot, aantal_gepland, aangemaakt_op, gewijzigd_op
        """;

    public static Task InsertAsync(NpgsqlConnection connection, ReeksRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO reeksen ({Columns})
            VALUES (@Id, @ActiviteitId, @PartnerId, @Version, @Frequentie, @Elke, @Weekdagen, @DagVanMaand, @WeekVanMaand, @Vanaf, @Tot, @Aantal,
                    @Begintijd, @DuurMinuten, @OverslaanInVakanties, @OverslaanOpFeestdagen, @GeplandTot, @AantalGepland, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Writes a series that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, ReeksRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE reeksen
            SET version = @Version, frequentie = @Frequentie, elke = @Elke, weekdagen = @Weekdagen, dag_van_maand = @DagVanMaand,
                week_van_maand = @WeekVanMaand, vanaf = @Vanaf, tot = @Tot, aantal = @Aantal, begintijd = @Begintijd, duur_minuten = @DuurMinuten,
                overslaan_in_vakanties = @OverslaanInVakanties, overslaan_op_feestdagen = @OverslaanOpFeestdagen, gepland_tot = @GeplandTot,
                aantal_gepland = @AantalGepland, gewijzigd_op = @GewijzigdOp
            WHERE id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<ReeksRow?> LockAsync(NpgsqlConnection connection, Guid activiteitId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ReeksRow>(new CommandDefinition(
            $"SELECT {Columns} FROM reeksen WHERE id = @id AND activiteit_id = @activiteitId FOR UPDATE",
            new { id, activiteitId },
            cancellationToken: cancellationToken));

    /// <summary>The days without a session although the rule names them.</summary>
    public static async Task<IReadOnlySet<DateOnly>> UitzonderingenAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<DateOnly>(new CommandDefinition(
            "SELECT dag FROM reeks_uitzonderingen WHERE reeks_id = @id", new { id }, cancellationToken: cancellationToken))).ToHashSet();

    public static Task SkipAsync(
        NpgsqlConnection connection, Guid id, IReadOnlyCollection<DateOnly> dagen, Overslagreden reden, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO reeks_uitzonderingen (reeks_id, dag, reden) SELECT @id, unnest(@dagen::date[]), @reden ON CONFLICT DO NOTHING",
            new { id, dagen = dagen.ToArray(), reden = Words.Of(reden) },
            cancellationToken: cancellationToken));
}
