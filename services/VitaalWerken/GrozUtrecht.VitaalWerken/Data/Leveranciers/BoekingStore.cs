using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Leveranciers;

/// <summary>When a supplier is taken.</summary>
internal sealed record Leveranciersboeking(Guid Id, Guid LeverancierId, DateTimeOffset BegintOp, DateTimeOffset EindigtOp);

/// <summary>SQL on <c>leveranciersboekingen</c>: the database itself refuses a supplier in two places at once.</summary>
internal static class BoekingStore
{
    public const string Inspiratiebijeenkomst = "inspiratiebijeenkomst";

    public const string Programma = "programma";

    /// <summary>
    /// Replaces all bookings of a source by these. False when a supplier is taken then, also by another of these: nothing was changed, but
    /// the transaction must be rolled back, which a refusing answer does.
    /// </summary>
    public static async Task<bool> TryReplaceAsync(
        NpgsqlConnection connection, string bron, Guid bronId, IReadOnlyList<Leveranciersboeking> boekingen, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                -- Who books the same supplier waits here: two that have written already would wait for each other until one is thrown out.
                SELECT FROM leveranciers WHERE id = ANY(@leveranciers) ORDER BY id FOR NO KEY UPDATE;
                DELETE FROM leveranciersboekingen WHERE bron = @bron AND bron_id = @bronId;
                INSERT INTO leveranciersboekingen (id, leverancier_id, bron, bron_id, begint_op, eindigt_op)
                SELECT id, leverancier_id, @bron, @bronId, begint_op, eindigt_op
                FROM unnest(@ids, @leveranciers, @begin, @einde) AS boeking (id, leverancier_id, begint_op, eindigt_op)
                ORDER BY leverancier_id, begint_op;
                """,
                new
                {
                    bron,
                    bronId,
                    ids = boekingen.Select(boeking => boeking.Id).ToArray(),
                    leveranciers = boekingen.Select(boeking => boeking.LeverancierId).ToArray(),
                    begin = boekingen.Select(boeking => boeking.BegintOp.UtcDateTime).ToArray(),
                    einde = boekingen.Select(boeking => boeking.EindigtOp.UtcDateTime).ToArray(),
                },
                cancellationToken: cancellationToken));
            return true;
        }
        catch (PostgresException exception) when (exception.ConstraintName == "leverancier_is_in_one_place")
        {
            return false;
        }
    }
}
