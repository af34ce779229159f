using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>How often somebody was at an activity.</summary>
internal sealed record BezoekRow
{
    public required Guid ActiviteitId { get; init; }

    public required string Naam { get; init; }

    public required int Keren { get; init; }

    public required long Minuten { get; init; }

    public required DateOnly EersteDatum { get; init; }

    public required DateOnly LaatsteDatum { get; init; }
}

/// <summary>SQL on the deelnames of one person, for that person; it knows no pseudonym.</summary>
internal static class BezoekStore
{
    private const int MaximumActiviteiten = 200;

    /// <summary>Every activity at which this person was, from one day to another; what was last is first.</summary>
    public static async Task<IReadOnlyList<BezoekRow>> ListAsync(NpgsqlConnection connection, Guid persoonId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<BezoekRow>(new CommandDefinition(
            $"""
            SELECT activiteit_id, naam, count(*)::int AS keren, sum(aanwezig_minuten)::bigint AS minuten, min(dag) AS eerste_datum, max(dag) AS laatste_datum
            FROM (
              SELECT deelname.activiteit_id, activiteit.naam, deelname.aanwezig_minuten, (sessie.begint_op AT TIME ZONE 'Europe/Amsterdam')::date AS dag
              FROM deelnames deelname
              JOIN sessies sessie ON sessie.id = deelname.sessie_id
              JOIN activiteiten activiteit ON activiteit.id = deelname.activiteit_id
              WHERE deelname.persoon_id = @persoonId AND deelname.status = 'aanwezig' AND deelname.rol = 'deelnemer') bezoek
            WHERE dag BETWEEN @from AND @to
            GROUP BY activiteit_id, naam
            ORDER BY laatste_datum DESC, activiteit_id
            LIMIT {MaximumActiviteiten}
            """,
            new { persoonId, from, to },
            cancellationToken: cancellationToken))).AsList();
}
