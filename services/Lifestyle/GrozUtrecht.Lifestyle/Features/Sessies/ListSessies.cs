using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>GET /activiteiten/{id}/sessies</c>: the sessions of an activity in order of time.</summary>
internal static class ListSessies
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten/{id:guid}/sessies", Handle)
        .WithSummary("Sessies van een activiteit")
        .WithDescription("Alle sessies van een activiteit die deze partner mag zien, in volgorde van tijd.")
        .MayFail(ActiviteitFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<SessieAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Sessiecursor.TryRead(page.Cursor, out var after, out var afterId))
            return RequestFailures.CursorInvalid.ToProblem();
        if (await ActiviteitStore.FindAsync(database, id, http.User.PartnerId(), http.RequestAborted) is null)
            return ActiviteitFailures.Unknown.ToProblem();

        var rows = await SessieStore.ListAsync(database, id, after, afterId, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<SessieAnswer>.Of(
            [.. rows.Select(SessieAnswer.Of)],
            page.Size,
            sessie => Sessiecursor.Of(sessie.BegintOp, sessie.Id)));
    }
}
