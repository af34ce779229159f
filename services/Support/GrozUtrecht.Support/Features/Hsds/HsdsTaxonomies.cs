using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary><c>GET /open/hsds/taxonomies</c> and <c>/open/hsds/taxonomy_terms</c>, each also with an id.</summary>
internal static class HsdsTaxonomies
{
    private const string Name = "Kaartcategorieën van GROZUtrecht";

    /// <summary>The one taxonomy.</summary>
    public static readonly Guid Id = new("6f0c2b52-0000-4000-8000-000000000000");

    private static readonly HsdsTaxonomy Taxonomy = new(Id, Name, "De categorieën van de sociale kaart, in twee lagen.", "1");

    public static void Map(RouteGroupBuilder open)
    {
        open.MapMethods("/taxonomies", HsdsSetup.ReadMethods, List);
        open.MapMethods("/taxonomies/{id:guid}", HsdsSetup.ReadMethods, Get);
        open.MapMethods("/taxonomy_terms", HsdsSetup.ReadMethods, ListTermsAsync);
        open.MapMethods("/taxonomy_terms/{id:guid}", HsdsSetup.ReadMethods, GetTermAsync);
    }

    public static HsdsTaxonomyTerm Term(KaartcategorieRow row, IReadOnlyDictionary<string, KaartcategorieRow> all) => new(
        row.Id, row.Code, row.Naam, row.Omschrijving, row.Bovenliggend is { } parent ? all[parent].Id : null, Name, "nl", Id);

    private static IResult List([AsParameters] HsdsPageQuery page, HttpContext http) => Page(http, page, [Taxonomy]);

    private static IResult Get(Guid id, HttpContext http) => id == Id ? HsdsAnswers.Of(http, Taxonomy) : RequestFailures.NotFound.ToProblem();

    private static async Task<IResult> ListTermsAsync([AsParameters] HsdsPageQuery page, HttpContext http, NpgsqlDataSource database) =>
        Page(http, page, [.. (await TermsAsync(http, database)).Where(term => page.Search is null || term.Name.Contains(page.Search, StringComparison.OrdinalIgnoreCase))]);

    private static async Task<IResult> GetTermAsync(Guid id, HttpContext http, NpgsqlDataSource database) =>
        (await TermsAsync(http, database)).FirstOrDefault(term => term.Id == id) is { } term
            ? HsdsAnswers.Of(http, term with { TaxonomyDetail = Taxonomy })
            : RequestFailures.NotFound.ToProblem();

    private static async Task<IEnumerable<HsdsTaxonomyTerm>> TermsAsync(HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await KaartcategorieStore.ListAsync(connection, http.RequestAborted);
        var all = rows.ToDictionary(row => row.Code, StringComparer.Ordinal);
        return rows.Select(row => Term(row, all));
    }

    private static IResult Page<T>(HttpContext http, HsdsPageQuery page, IReadOnlyList<T> all) =>
        HsdsAnswers.Of(http, HsdsPage<T>.Of(all.Count, page.Number, page.Size, [.. all.Skip(page.Skip).Take(page.Size)]));
}
