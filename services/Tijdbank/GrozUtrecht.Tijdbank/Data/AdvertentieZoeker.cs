using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What a search asks; what is null does not narrow it.</summary>
internal sealed record Zoekopdracht
{
    public required Guid PartnerId { get; init; }

    public string? Zoek { get; init; }

    public string? Richting { get; init; }

    public string? Soort { get; init; }

    public string? Categorie { get; init; }

    public int? MaximumPrijsMinuten { get; init; }

    public Guid? RekeningId { get; init; }

    /// <summary>Places to look in, and how far each is, when the search has a centre.</summary>
    public string[]? NearPostcodes { get; init; }

    public int[]? NearMeters { get; init; }

    /// <summary>Places to look in, when it has none.</summary>
    public string[]? Postcodes { get; init; }

    /// <summary>All advertisements that the partner manages, whatever their state, instead of what anybody may order from.</summary>
    public bool Eigen { get; init; }

    public bool NewestFirst { get; init; }

    /// <summary>Without words and without a centre nothing but the age tells results apart.</summary>
    public bool ByScore => !NewestFirst && (Zoek is not null || NearPostcodes is not null);

    public required DateOnly Today { get; init; }

    public long BeforeScore { get; init; } = long.MaxValue;

    public Guid BeforeId { get; init; } = Guid.AllBitsSet;

    public required int Count { get; init; }
}

/// <summary>
/// Searches advertisements. The query is put together from the conditions that were asked, so that the planner sees those only and
/// can use the index of the one that narrows most.
/// </summary>
internal static class AdvertentieZoeker
{
    // The place in a result is a whole number, so that a cursor can name it exactly. At five kilometres a result counts for half.
    private const string Nearness = "1000000 / (1 + s.afstand_meters / 5000.0)";
    private const string Relevance = "ts_rank(s.zoek, zoekvraag(@Zoek))";

    public static async Task<IReadOnlyList<AdvertentieRow>> SearchAsync(
        NpgsqlConnection connection, Zoekopdracht search, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<AdvertentieRow>(new CommandDefinition(Sql(search), search, cancellationToken: cancellationToken))];

    // What is told of the account is looked up for the lines of the page only.
    private static string Sql(Zoekopdracht search) =>
        $"""
         select a.*, {AdvertentieStore.OfAccount}
         from (
           select s.*, {Score(search)} as score
           from (
             select {AdvertentieRow.Columns}, a.zoek, {Meters(search)} as afstand_meters
             from advertentie a
             where {string.Join(" and ", Conditions(search))}) as s) as a
         {(search.ByScore ? "where (a.score, a.id) < (@BeforeScore, @BeforeId)" : "")}
         order by {(search.ByScore ? "a.score desc, a.id desc" : "a.id desc")} limit @Count
         """;

    private static string Meters(Zoekopdracht search) =>
        search.NearPostcodes is null ? "null::int" : "(@NearMeters::int[])[array_position(@NearPostcodes::text[], a.postcode)]";

    private static string Score(Zoekopdracht search) => search switch
    {
        { ByScore: false } => "0::bigint",
        { Zoek: null } => $"({Nearness})::bigint",
        { NearPostcodes: null } => $"(1000000 * {Relevance})::bigint",
        _ => $"({Nearness} * {Relevance})::bigint",
    };

    private static IEnumerable<string> Conditions(Zoekopdracht search)
    {
        yield return search.Eigen
            ? $"a.rekening_id in {RuilToegang.Managed}"
            : "a.status = 'actief' and a.geldig_tot_datum >= @Today and (a.voorraad is null or a.voorraad > 0)";
        if (search.Zoek is not null)
            yield return "a.zoek @@ zoekvraag(@Zoek)";
        if (search.NearPostcodes is not null)
            yield return "a.postcode = any (@NearPostcodes)";
        if (search.Postcodes is not null)
            yield return "a.postcode = any (@Postcodes)";
        if (search.Richting is not null)
            yield return "a.richting = @Richting";
        if (search.Soort is not null)
            yield return "a.soort = @Soort";
        if (search.Categorie is not null)
            yield return "a.categorie = @Categorie";
        if (search.RekeningId is not null)
            yield return "a.rekening_id = @RekeningId";
        if (search.MaximumPrijsMinuten is not null)
            yield return "a.prijs_minuten <= @MaximumPrijsMinuten";
        if (!search.ByScore)
            yield return "a.id < @BeforeId";
    }
}
