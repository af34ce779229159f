using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>SQL on <c>wijkpot_bijdrage</c>.</summary>
internal static class BijdrageStore
{
    public const string Columns =
        """
        bijdrage_id, versie, status, bedrijf_id, gebied, soort, wijkpot_id, ontvanger_partner_id, duur_minuten, code, geboekt_op, teruggeboekt_op,
        volgende_poging_op
        """;

    /// <summary>The row, locked until the transaction ends; made from <paramref name="first"/> when this is the first that is heard of it.</summary>
    public static async Task<BijdrageRow> LockAsync(NpgsqlConnection connection, BijdrageRow first, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into wijkpot_bijdrage (bijdrage_id, versie, status, bedrijf_id, gebied, soort, wijkpot_id, ontvanger_partner_id, duur_minuten)
            values (@BijdrageId, @Versie, @Status, @BedrijfId, @Gebied, @Soort, @WijkpotId, @OntvangerPartnerId, @DuurMinuten)
            on conflict (bijdrage_id) do nothing
            """,
            first,
            cancellationToken: cancellationToken));
        return await connection.QuerySingleAsync<BijdrageRow>(new CommandDefinition(
            $"select {Columns} from wijkpot_bijdrage where bijdrage_id = @BijdrageId for update", first, cancellationToken: cancellationToken));
    }

    /// <summary>One that is to be taken back now and that nobody else is at; null when there is none.</summary>
    public static Task<BijdrageRow?> LockDueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BijdrageRow>(new CommandDefinition(
            $"""
             select {Columns} from wijkpot_bijdrage where volgende_poging_op <= @now
             order by volgende_poging_op limit 1 for update skip locked
             """,
            new { now },
            cancellationToken: cancellationToken));

    /// <summary>Writes a row that this transaction has locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, BijdrageRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update wijkpot_bijdrage
            set versie = @Versie, status = @Status, wijkpot_id = @WijkpotId, ontvanger_partner_id = @OntvangerPartnerId, duur_minuten = @DuurMinuten,
                code = @Code, geboekt_op = @GeboektOp, teruggeboekt_op = @TeruggeboektOp, volgende_poging_op = @VolgendePogingOp
            where bijdrage_id = @BijdrageId
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>True while something is to be taken back from this fund.</summary>
    public static Task<bool> IsAwaitedAsync(NpgsqlConnection connection, Guid wijkpotId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from wijkpot_bijdrage where wijkpot_id = @wijkpotId and status = 'terug-te-boeken')",
            new { wijkpotId },
            cancellationToken: cancellationToken));
}
