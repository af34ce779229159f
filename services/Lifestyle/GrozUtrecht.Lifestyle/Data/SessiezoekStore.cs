using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data;

/// <summary>What a search for sessions asks for; null is no filter.</summary>
internal sealed record Sessiezoekvraag
{
    public string? Woorden { get; init; }

    public string? Dimensie { get; init; }

    public required string[] Drempels { get; init; }

    public string? Taal { get; init; }

    public string[]? Postcodes { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public int? FromHour { get; init; }

    public int? UntilHour { get; init; }

    public bool OnlyFree { get; init; }

    public required DateTimeOffset After { get; init; }

    public required Guid AfterId { get; init; }

    public required int Take { get; init; }
}

/// <summary>A session that was found, with what its activity is.</summary>
internal sealed record GevondenSessie
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Soort { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int VrijePlaatsen { get; init; }

    public required string Naam { get; init; }

    public required string[] Dimensies { get; init; }

    public required string[] Drempels { get; init; }

    public required string[] Talen { get; init; }

    public required int PrijsCenten { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    public Guid? AanbiederId { get; init; }
}

/// <summary>
/// Finds sessions in order of time. First the activities that fit, of which there are few; then their sessions: per activity when few
/// fit, which reads a handful of rows of each, and along the calendar when many do, which finds a page within a few rows. Either way what
/// is read does not grow with what there is.
/// </summary>
internal static class SessiezoekStore
{
    private const int FewActiviteiten = 60;

    private const string Wanted =
        """
        sessie_status = 'gepland' AND begint_op >= @From AND begint_op < @Until AND (begint_op, id) > (@After, @AfterId)
        AND (NOT @OnlyFree OR bezet < capaciteit)
        AND (@FromHour::int IS NULL OR extract(hour FROM begint_op AT TIME ZONE 'Europe/Amsterdam') BETWEEN @FromHour AND @UntilHour - 1)
        AND (@Postcodes::text[] IS NULL OR sessies.postcode = ANY (@Postcodes) OR (sessies.postcode IS NULL AND activiteit_id = ANY (@near)))
        """;

    private const string Columns =
        """
        found.id, found.activiteit_id, found.soort, found.begint_op, found.eindigt_op, found.capaciteit - found.bezet AS vrije_plaatsen,
        naam, dimensies, drempels, talen, prijs_centen, coalesce(found.postcode, activiteiten.postcode) AS postcode,
        coalesce(found.locatienaam, activiteiten.locatienaam) AS locatienaam, aanbieder_id
        """;

    public static async Task<IReadOnlyList<GevondenSessie>> SearchAsync(NpgsqlDataSource database, Sessiezoekvraag vraag, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var fits = (await connection.QueryAsync<(Guid Id, bool IsNear)>(new CommandDefinition(
            """
            SELECT id, @Postcodes::text[] IS NULL OR postcode = ANY (@Postcodes)
            FROM activiteiten
            WHERE status = 'gepubliceerd'
              AND (@Woorden::text IS NULL OR zoekwoorden @@ websearch_to_tsquery('dutch', @Woorden))
              AND (@Dimensie::text IS NULL OR @Dimensie = ANY (dimensies))
              AND drempels @> @Drempels
              AND (@Taal::text IS NULL OR @Taal = ANY (talen))
              AND (@Postcodes::text[] IS NULL OR postcode = ANY (@Postcodes)
                   OR EXISTS (SELECT FROM sessies WHERE activiteit_id = activiteiten.id AND sessies.postcode = ANY (@Postcodes)))
            """,
            vraag,
            cancellationToken: cancellationToken))).AsList();
        if (fits.Count == 0)
            return [];

        var parameters = new DynamicParameters(vraag);
        parameters.Add("ids", fits.Select(fit => fit.Id).ToArray());
        parameters.Add("near", fits.Where(fit => fit.IsNear).Select(fit => fit.Id).ToArray());
        return (await connection.QueryAsync<GevondenSessie>(new CommandDefinition(
            fits.Count <= FewActiviteiten ? PerActiviteit : AlongTheCalendar, parameters, cancellationToken: cancellationToken))).AsList();
    }

    private const string AlongTheCalendar =
        $"""
        SELECT {Columns}
        FROM (SELECT * FROM sessies WHERE activiteit_id = ANY (@ids) AND {Wanted} ORDER BY begint_op, id LIMIT @Take) AS found
        JOIN activiteiten ON activiteiten.id = found.activiteit_id
        ORDER BY found.begint_op, found.id
        """;

    private const string PerActiviteit =
        $"""
        SELECT {Columns}
        FROM (
          SELECT sessies.* FROM unnest(@ids) AS fit (activiteit)
          CROSS JOIN LATERAL (SELECT * FROM sessies WHERE activiteit_id = activiteit AND {Wanted} ORDER BY begint_op, id LIMIT @Take) AS sessies
          ORDER BY begint_op, id LIMIT @Take
        ) AS found
        JOIN activiteiten ON activiteiten.id = found.activiteit_id
        ORDER BY found.begint_op, found.id
        """;
}
