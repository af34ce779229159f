using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>GET /locaties</c> and <c>GET /locaties/{id}</c>.</summary>
internal static class ReadLocaties
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/locaties", ListAsync)
            .WithName("listLocaties")
            .WithSummary("Lijst van locaties")
            .WithDescription("Wat u zelf bijhoudt en wat bij gepubliceerde organisaties hoort, in volgorde van opvoeren.");
        api.MapGet("/locaties/{id:guid}", GetAsync)
            .WithName("getLocatie")
            .WithSummary("Bekijk een locatie")
            .WithDescription($"De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: {KaartFailures.LocatieUnknown.Code} (404).")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<CursorPage<LocatieAnswer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze organisatie.")] Guid? organisatieId,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await LocatieStore.ListAsync(connection, partnerId, organisatieId, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<LocatieAnswer>.Of(
            [.. rows.Select(row => LocatieAnswer.Of(row, partnerId))], page.Size, locatie => Cursor.Encode(locatie.Id)));
    }

    private static async Task<Results<Ok<LocatieAnswer>, ProblemHttpResult>> GetAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await LocatieStore.FindAsync(connection, partnerId, id, http.RequestAborted) is not { } row)
        {
            return KaartFailures.LocatieUnknown.ToProblem();
        }

        ETags.Set(http, row.Version);
        return TypedResults.Ok(LocatieAnswer.Of(row, partnerId));
    }
}
