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
/// Finds sessions in order of time. When few activities fit, a handful of rows of each is read; when many do, a page is found within a few
/// rows of the calendar. Either way what is read does not grow with what there is.
/// </summary>
internal static class SessiezoekStore
{
    private const int FewActiviteiten = 60;

    private const string Columns =
        """
        sessies.id, activiteit_id, sessies.soort, begint_op, eindigt_op, sessies.capaciteit - bezet AS vrije_plaatsen, naam, dimensies, drempels,
        talen, prijs_centen, coalesce(sessies.postcode, activiteiten.postcode) AS postcode,
        coalesce(sessies.locatienaam, activiteiten.locatienaam) AS locatienaam, aanbieder_id
        """;

    private const string FittingActiviteit =
        """
        activiteiten.status = 'gepubliceerd'
        AND (@Woorden::text IS NULL OR zoekwoorden @@ websearch_to_tsquery('dutch', @Woorden))
        AND (@Dimensie::text IS NULL OR @Dimensie = ANY (dimensies))
        AND drempels @> @Drempels
        AND (@Taal::text IS NULL OR @Taal = ANY (talen))
        """;

    private const string FittingSessie =
        """
        sessie_status = 'gepland' AND begint_op >= @From AND begint_op < @Until AND (begint_op, sessies.id) > (@After, @AfterId)
        AND (NOT @OnlyFree OR bezet < sessies.capaciteit)
        AND (@FromHour::int IS NULL OR extract(hour FROM begint_op AT TIME ZONE 'Europe/Amsterdam') BETWEEN @FromHour AND @UntilHour - 1)
        AND (@Postcodes::text[] IS NULL OR sessies.postcode = ANY (@Postcodes) OR (sessies.postcode IS NULL AND activiteiten.postcode = ANY (@Postcodes)))
        """;

    // One more than few is enough to know that there are many.
    private const string Fits =
        $"""
        SELECT id FROM activiteiten
        WHERE {FittingActiviteit}
          AND (@Postcodes::text[] IS NULL OR postcode = ANY (@Postcodes)
               OR EXISTS (SELECT FROM sessies WHERE activiteit_id = activiteiten.id AND sessies.postcode = ANY (@Postcodes)))
        LIMIT @limit
        """;

    private const string AlongTheCalendar =
        $"""
        SELECT {Columns}
        FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id
        WHERE {FittingSessie} AND {FittingActiviteit}
        ORDER BY begint_op, sessies.id LIMIT @Take
        """;

    private const string PerActiviteit =
        $"""
        SELECT {Columns}
        FROM activiteiten
        CROSS JOIN LATERAL (SELECT * FROM sessies WHERE activiteit_id = activiteiten.id AND {FittingSessie} ORDER BY begint_op, id LIMIT @Take) AS sessies
        WHERE activiteiten.id = ANY (@ids)
        ORDER BY begint_op, sessies.id LIMIT @Take
        """;

    public static async Task<IReadOnlyList<GevondenSessie>> SearchAsync(NpgsqlDataSource database, Sessiezoekvraag vraag, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new DynamicParameters(vraag);
        parameters.Add("limit", FewActiviteiten + 1);
        var ids = (await connection.QueryAsync<Guid>(new CommandDefinition(Fits, parameters, cancellationToken: cancellationToken))).AsList();
        if (ids.Count == 0)
            return [];

        parameters.Add("ids", ids.ToArray());
        return (await connection.QueryAsync<GevondenSessie>(new CommandDefinition(
            ids.Count <= FewActiviteiten ? PerActiviteit : AlongTheCalendar, parameters, cancellationToken: cancellationToken))).AsList();
    }
}
