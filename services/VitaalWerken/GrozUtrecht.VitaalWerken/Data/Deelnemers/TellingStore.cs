using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>SQL on <c>medewerkers.tellingen</c>: numbers per day, in which nobody is.</summary>
internal static class TellingStore
{
    public static Task AddAsync(
        NpgsqlConnection connection, Guid programmaId, Guid? sessieSleutel, DateOnly today, int saldo, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkers.tellingen AS telling (programma_id, sessie_sleutel, datum, saldo)
            VALUES (@programmaId, @sessieSleutel, @today, @saldo)
            ON CONFLICT (programma_id, sessie_sleutel, datum) DO UPDATE SET saldo = telling.saldo + EXCLUDED.saldo
            """,
            new { programmaId, sessieSleutel, today, saldo },
            cancellationToken: cancellationToken));

    /// <summary>
    /// How many there were at the end of each day before today, the oldest first, per session; <see cref="Guid.Empty"/> is the enrolment.
    /// </summary>
    public static async Task<ILookup<Guid, int>> StandenAsync(
        NpgsqlConnection connection, Guid programmaId, DateOnly today, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid? Sessie, int Stand)>(new CommandDefinition(
            """
            SELECT sessie_sleutel, (sum(saldo) OVER (PARTITION BY sessie_sleutel ORDER BY datum))::integer AS stand
            FROM medewerkers.tellingen
            WHERE programma_id = @programmaId AND datum < @today
            ORDER BY sessie_sleutel, datum
            """,
            new { programmaId, today },
            cancellationToken: cancellationToken))).ToLookup(row => row.Sessie ?? Guid.Empty, row => row.Stand);
}
