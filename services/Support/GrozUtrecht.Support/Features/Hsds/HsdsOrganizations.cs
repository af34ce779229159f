using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary><c>GET /open/hsds/organizations</c> and <c>/open/hsds/organizations/{id}</c>.</summary>
internal static class HsdsOrganizations
{
    public static void Map(RouteGroupBuilder open)
    {
        open.MapMethods("/organizations", HsdsSetup.ReadMethods, ListAsync);
        open.MapMethods("/organizations/{id:guid}", HsdsSetup.ReadMethods, GetAsync);
    }

    private static async Task<IResult> ListAsync([AsParameters] HsdsPageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var (total, rows) = await KaartPublicatie.SearchOrganisatiesAsync(database, page.Search, page.Skip, page.Size, http.RequestAborted);
        return HsdsAnswers.Of(http, HsdsPage<HsdsOrganization>.Of(total, page.Number, page.Size, [.. rows.Select(HsdsMapping.Basic)]));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var (found, isGone, locaties) = await KaartPublicatie.FindOrganisatieAsync(database, id, http.RequestAborted);
        if (found is null)
        {
            return (isGone ? HsdsFailures.Gone : RequestFailures.NotFound).ToProblem();
        }

        var services = await KaartPublicatie.SearchAsync(
            database, new() { OrganisatieId = id, Skip = 0, Count = HsdsPageQuery.MaximumPerPage }, http.RequestAborted);
        return HsdsAnswers.Of(http, HsdsMapping.Full(found) with
        {
            Locations = [.. locaties.Select(HsdsMapping.Location)],
            Services = [.. services.Voorzieningen.Select(row => HsdsMapping.Basic(row))],
        });
    }
}
