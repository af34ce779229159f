using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>What a module rests on.</summary>
internal sealed record Koppelingfeit
{
    public required Guid Id { get; init; }

    public required Guid AanbodId { get; init; }

    public required Guid LeverancierId { get; init; }

    public required string Onderwerp { get; init; }

    public Onderwerp OnderwerpValue => Words.Read<Onderwerp>(Onderwerp);
}

/// <summary>What must be known to judge a plan: couplings that were made, keys of earlier sessions, and when suppliers are taken.</summary>
internal static class PlanfeitenStore
{
    /// <summary>Those of these couplings that are of this company and made.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Koppelingfeit>> KoppelingenAsync(
        NpgsqlConnection connection, Guid bedrijfId, IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Koppelingfeit>(new CommandDefinition(
            "SELECT id, aanbod_id, leverancier_id, onderwerp FROM koppelingen WHERE id = ANY(@ids) AND bedrijf_id = @bedrijfId AND status = 'gemaakt'",
            new { bedrijfId, ids = ids.ToArray() },
            cancellationToken: cancellationToken))).ToDictionary(row => row.Id);

    /// <summary>The keys of the sessions in any version of the programme, with the subjects they were about.</summary>
    public static async Task<ILookup<Guid, Onderwerp>> SleutelsAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Sleutel, string Onderwerp)>(new CommandDefinition(
            """
            SELECT DISTINCT sessie.sessie_sleutel, module.onderwerp
            FROM programmasessies AS sessie
            JOIN modules AS module ON (module.programma_id, module.versie, module.nummer) = (sessie.programma_id, sessie.versie, sessie.module_nummer)
            WHERE sessie.programma_id = @programmaId
            """,
            new { programmaId },
            cancellationToken: cancellationToken))).ToLookup(row => row.Sleutel, row => Words.Read<Onderwerp>(row.Onderwerp));

    /// <summary>The first module of the version whose supplier is taken elsewhere at the time of a session; null when nobody is.</summary>
    public static Task<int?> FirstTakenAsync(NpgsqlConnection connection, Guid programmaId, int versie, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            """
            SELECT min(module.nummer)
            FROM programmasessies AS sessie
            JOIN modules AS module ON (module.programma_id, module.versie, module.nummer) = (sessie.programma_id, sessie.versie, sessie.module_nummer)
            JOIN leveranciersboekingen AS boeking
              ON boeking.leverancier_id = module.leverancier_id
             AND tstzrange(boeking.begint_op, boeking.eindigt_op) && tstzrange(sessie.begint_op, sessie.eindigt_op)
             AND NOT (boeking.bron = 'programma' AND boeking.bron_id = @programmaId)
            WHERE sessie.programma_id = @programmaId AND sessie.versie = @versie
            """,
            new { programmaId, versie },
            cancellationToken: cancellationToken));
}
