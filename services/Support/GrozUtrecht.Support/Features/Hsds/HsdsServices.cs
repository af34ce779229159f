using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary><c>GET /open/hsds/services</c> and <c>/open/hsds/services/{id}</c>.</summary>
internal static class HsdsServices
{
    public static void Map(RouteGroupBuilder open)
    {
        open.MapMethods("/services", HsdsSetup.ReadMethods, ListAsync);
        open.MapMethods("/services/{id:guid}", HsdsSetup.ReadMethods, GetAsync);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] HsdsPageQuery page, [AsParameters] HsdsServicesQuery query, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var (vraag, failure) = query.Read(page);
        if (vraag is null)
        {
            return failure!.ToProblem();
        }

        // There is one taxonomy: every service has a term of it, and of another none has.
        if (query.TaxonomyId is { } taxonomy && taxonomy != HsdsTaxonomies.Id)
        {
            return HsdsAnswers.Of(http, HsdsPage<HsdsService>.Of(0, page.Number, page.Size, []));
        }

        var found = await KaartPublicatie.SearchAsync(database, vraag, http.RequestAborted);
        if (query.Minimal == true)
        {
            return Answer(http, page, found, row => new HsdsMinimal(row.Id, row.GewijzigdOp));
        }

        if (query.Full != true)
        {
            return Answer(http, page, found, row => HsdsMapping.Basic(row, found.Organisaties[row.OrganisatieId]));
        }

        var seasons = Seizoen.CurrentAndNext(NederlandseTijd.DayOf(clock.GetUtcNow()));
        return Answer(http, page, found, row => HsdsMapping.Full(row, found, seasons));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var (found, isGone) = await KaartPublicatie.FindAsync(database, id, http.RequestAborted);
        if (found is null)
        {
            return (isGone ? HsdsFailures.Gone : RequestFailures.NotFound).ToProblem();
        }

        var seasons = Seizoen.CurrentAndNext(NederlandseTijd.DayOf(clock.GetUtcNow()));
        return HsdsAnswers.Of(http, HsdsMapping.Full(found.Voorzieningen[0], found, seasons));
    }

    private static IResult Answer<T>(HttpContext http, HsdsPageQuery page, Publicatie found, Func<VoorzieningRow, T> map) =>
        HsdsAnswers.Of(http, HsdsPage<T>.Of(found.Total, page.Number, page.Size, [.. found.Voorzieningen.Select(map)]));
}
