using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>What a search asks; what is null does not narrow it.</summary>
internal sealed record Kaartvraag
{
    public required Guid PartnerId { get; init; }

    /// <summary>Everything of the partner itself, whatever its state, instead of what is published by anybody.</summary>
    public bool Eigen { get; init; }

    public string? Status { get; init; }

    public Guid? OrganisatieId { get; init; }

    public string? Zoek { get; init; }

    public string? Categorie { get; init; }

    public string? Taal { get; init; }

    /// <summary>Places to look in, and how far each is.</summary>
    public string[]? NearPostcodes { get; init; }

    public int[]? NearMeters { get; init; }

    public DateOnly? OpenDay { get; init; }

    public int? OpenMinute { get; init; }

    /// <summary>Without words and without a centre nothing but the age tells results apart.</summary>
    public bool ByScore => Zoek is not null || NearPostcodes is not null;

    public long BeforeScore { get; init; } = long.MaxValue;

    public Guid BeforeId { get; init; } = Guid.AllBitsSet;

    public required int Count { get; init; }
}

/// <summary>
/// Searches voorzieningen. The query is put together from the conditions that were asked, so that the planner sees those only and can
/// use the index of the one that narrows most.
/// </summary>
internal static class VoorzieningZoeker
{
    // The place in a result is a whole number, so that a cursor can name it exactly. At five kilometres a result counts for half.
    private const string Nearness = "1000000 / (1 + s.afstand_meters / 5000.0)";
    private const string Relevance = "ts_rank(s.zoek, zoekvraag(@Zoek))";

    public static async Task<IReadOnlyList<VoorzieningRow>> SearchAsync(
        NpgsqlConnection connection, Kaartvraag vraag, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<VoorzieningRow>(new CommandDefinition(Sql(vraag), vraag, cancellationToken: cancellationToken))];

    private static string Sql(Kaartvraag vraag) =>
        $"""
        SELECT {VoorzieningRow.Columns}, v.afstand_meters, v.score
        FROM (
          SELECT s.*, {Score(vraag)} AS score
          FROM (
            SELECT v.*, {Meters(vraag)} AS afstand_meters
            FROM voorzieningen v
            WHERE {string.Join(" AND ", Conditions(vraag))}) AS s) AS v
        {(vraag.ByScore ? "WHERE (v.score, v.id) < (@BeforeScore, @BeforeId)" : "")}
        ORDER BY {(vraag.ByScore ? "v.score DESC, v.id DESC" : "v.id DESC")}
        LIMIT @Count
        """;

    // Of several places the nearest counts.
    private static string Meters(Kaartvraag vraag) => vraag.NearPostcodes is null
        ? "NULL::int"
        : """
          (SELECT min((@NearMeters::int[])[array_position(@NearPostcodes::text[], l.postcode)])
           FROM voorziening_locaties p JOIN locaties l ON l.id = p.locatie_id
           WHERE p.voorziening_id = v.id)
          """;

    private static string Score(Kaartvraag vraag) => vraag switch
    {
        { ByScore: false } => "0::bigint",
        { Zoek: null } => $"({Nearness})::bigint",
        { NearPostcodes: null } => $"(1000000 * {Relevance})::bigint",
        _ => $"({Nearness} * {Relevance})::bigint",
    };

    private static IEnumerable<string> Conditions(Kaartvraag vraag)
    {
        yield return vraag.Eigen ? "v.partner_id = @PartnerId" : "v.status = 'gepubliceerd'";
        if (vraag.Status is not null)
            yield return "v.status = @Status";
        if (vraag.OrganisatieId is not null)
            yield return "v.organisatie_id = @OrganisatieId";
        if (vraag.Zoek is not null)
            yield return "v.zoek @@ zoekvraag(@Zoek)";
        if (vraag.Categorie is not null)
            yield return
                """
                EXISTS (
                  SELECT FROM voorziening_categorieen k JOIN kaartcategorieen c ON c.code = k.categorie
                  WHERE k.voorziening_id = v.id AND @Categorie IN (c.code, c.bovenliggend))
                """;
        if (vraag.Taal is not null)
            yield return "@Taal = ANY (v.talen)";
        if (vraag.NearPostcodes is not null)
            yield return
                """
                EXISTS (
                  SELECT FROM voorziening_locaties p JOIN locaties l ON l.id = p.locatie_id
                  WHERE p.voorziening_id = v.id AND l.postcode = ANY (@NearPostcodes))
                """;
        if (vraag.OpenMinute is not null)
            yield return "is_geopend(v.openingstijden, v.afwijkende_tijden, @OpenDay, @OpenMinute)";
        if (!vraag.ByScore)
            yield return "v.id < @BeforeId";
    }
}
