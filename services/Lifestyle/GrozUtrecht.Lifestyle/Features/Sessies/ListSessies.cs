using System.Globalization;
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
        if (!TryRead(page.Cursor, out var after, out var afterId))
            return RequestFailures.CursorInvalid.ToProblem();
        if (await ActiviteitStore.FindAsync(database, id, http.User.PartnerId(), http.RequestAborted) is null)
            return ActiviteitFailures.Unknown.ToProblem();

        var rows = await SessieStore.ListAsync(database, id, after, afterId, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<SessieAnswer>.Of(
            [.. rows.Select(SessieAnswer.Of)],
            page.Size,
            sessie => Cursor.Encode(sessie.BegintOp.UtcTicks.ToString(CultureInfo.InvariantCulture), sessie.Id.ToString())));
    }

    // No cursor is the beginning of time; no session lies before its activity was made.
    private static bool TryRead(string? cursor, out DateTimeOffset after, out Guid afterId)
    {
        (after, afterId) = (DateTimeOffset.UnixEpoch, Guid.Empty);
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Cursor.TryDecode(cursor, 2, out var parts)
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks
            || !Guid.TryParse(parts[1], out afterId))
        {
            return false;
        }

        after = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
