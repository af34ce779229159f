using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A line that was booked by an earlier import.</summary>
internal sealed record EerdereRegel
{
    public required Guid BronId { get; init; }

    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required string UrenSoort { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }

    public required int DuurMinuten { get; init; }

    /// <summary>The hours are the same; the words about them may differ, since they can have been erased.</summary>
    public bool IsSameAs(Aanwezigheidsregel regel) =>
        (PersoonId, UrenSoort, UitgevoerdDatum, DuurMinuten)
        == (regel.PersoonId, Urensoortbeleid.Word(regel.UrenSoort), regel.Werktijd.UitgevoerdDatum, regel.Werktijd.Minuten);
}

/// <summary>Which lines of a file were booked before.</summary>
internal static class UrenimportStore
{
    public static async Task<IReadOnlyDictionary<Guid, EerdereRegel>> FindAsync(
        NpgsqlConnection connection, string bron, Guid[] bronIds, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<EerdereRegel>(new CommandDefinition(
            """
            select bron_id, id, persoon_id, uren_soort, uitgevoerd_datum, duur_minuten
            from urenregistratie where bron = @bron and bron_id = any(@bronIds)
            """,
            new { bron, bronIds },
            cancellationToken: cancellationToken))).ToDictionary(row => row.BronId);
}
