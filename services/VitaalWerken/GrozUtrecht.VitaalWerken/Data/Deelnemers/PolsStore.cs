using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>The marks of one person for one subject.</summary>
internal sealed record PolsantwoordRow
{
    public required string Onderwerp { get; init; }

    public short? Start { get; init; }

    public short? Midden { get; init; }

    public short? Einde { get; init; }

    public int? Of(Polsmoment moment) => moment switch { Polsmoment.Start => Start, Polsmoment.Midden => Midden, _ => Einde };
}

/// <summary>What somebody thought of the programme.</summary>
internal sealed record ErvaringRow
{
    public required short Cijfer { get; init; }

    public required bool Aanraden { get; init; }
}

/// <summary>SQL on <c>medewerkers.polsantwoorden</c> and <c>medewerkers.ervaringen</c>, of one person.</summary>
internal static class PolsStore
{
    /// <summary>Replaces what this person answered at the moment.</summary>
    public static Task PutAsync(
        NpgsqlConnection connection, Guid deelnameId, Polsmoment moment, IReadOnlyList<string> onderwerpen, IReadOnlyList<short> cijfers, CancellationToken cancellationToken)
    {
        // One of three names of columns.
        var column = Words.Of(moment);
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            DELETE FROM medewerkers.polsantwoorden
            WHERE deelname_id = @deelnameId AND onderwerp <> ALL (@onderwerpen) AND {column} IS NOT NULL AND num_nonnulls(start, midden, einde) = 1;
            UPDATE medewerkers.polsantwoorden SET {column} = NULL
            WHERE deelname_id = @deelnameId AND onderwerp <> ALL (@onderwerpen) AND {column} IS NOT NULL;
            INSERT INTO medewerkers.polsantwoorden (deelname_id, onderwerp, {column})
            SELECT @deelnameId, onderwerp, cijfer FROM unnest(@onderwerpen, @cijfers) AS answer (onderwerp, cijfer)
            ON CONFLICT (deelname_id, onderwerp) DO UPDATE SET {column} = EXCLUDED.{column};
            """,
            new { deelnameId, onderwerpen = onderwerpen.ToArray(), cijfers = cijfers.ToArray() },
            cancellationToken: cancellationToken));
    }

    public static async Task<IReadOnlyList<PolsantwoordRow>> ListAsync(NpgsqlConnection connection, Guid deelnameId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<PolsantwoordRow>(new CommandDefinition(
            "SELECT onderwerp, start, midden, einde FROM medewerkers.polsantwoorden WHERE deelname_id = @deelnameId ORDER BY onderwerp",
            new { deelnameId },
            cancellationToken: cancellationToken))).AsList();

    public static Task PutErvaringAsync(NpgsqlConnection connection, Guid deelnameId, short cijfer, bool aanraden, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkers.ervaringen (deelname_id, cijfer, aanraden) VALUES (@deelnameId, @cijfer, @aanraden)
            ON CONFLICT (deelname_id) DO UPDATE SET cijfer = EXCLUDED.cijfer, aanraden = EXCLUDED.aanraden
            """,
            new { deelnameId, cijfer, aanraden },
            cancellationToken: cancellationToken));

    public static Task<ErvaringRow?> FindErvaringAsync(NpgsqlConnection connection, Guid deelnameId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ErvaringRow>(new CommandDefinition(
            "SELECT cijfer, aanraden FROM medewerkers.ervaringen WHERE deelname_id = @deelnameId", new { deelnameId }, cancellationToken: cancellationToken));
}
