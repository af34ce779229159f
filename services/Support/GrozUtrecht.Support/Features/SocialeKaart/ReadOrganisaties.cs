using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>GET /organisaties</c> and <c>GET /organisaties/{id}</c>.</summary>
internal static class ReadOrganisaties
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisaties", ListAsync)
            .WithName("listOrganisaties")
            .WithSummary("Lijst van organisaties")
            .WithDescription("Wat u zelf bijhoudt en wat anderen publiceerden, in volgorde van opvoeren.");
        api.MapGet("/organisaties/{id:guid}", GetAsync)
            .WithName("getOrganisatie")
            .WithSummary("Bekijk een organisatie")
            .WithDescription($"De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: {KaartFailures.OrganisatieUnknown.Code} (404).")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<CursorPage<OrganisatieAnswer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page,
        [Description("concept, gepubliceerd of beeindigd."), AllowedValues(null, "concept", "gepubliceerd", "beeindigd", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        [Description("True: alleen wat u zelf bijhoudt.")] bool? eigen,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await OrganisatieStore.ListAsync(connection, partnerId, eigen ?? false, status, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<OrganisatieAnswer>.Of(
            [.. rows.Select(row => OrganisatieAnswer.Of(row, partnerId))], page.Size, organisatie => Cursor.Encode(organisatie.Id)));
    }

    private static async Task<Results<Ok<OrganisatieAnswer>, ProblemHttpResult>> GetAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await OrganisatieStore.FindAsync(connection, partnerId, id, http.RequestAborted) is not { } row)
        {
            return KaartFailures.OrganisatieUnknown.ToProblem();
        }

        ETags.Set(http, row.Version);
        return TypedResults.Ok(OrganisatieAnswer.Of(row, partnerId));
    }
}
