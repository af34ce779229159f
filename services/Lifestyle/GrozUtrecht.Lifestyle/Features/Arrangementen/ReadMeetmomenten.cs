using System.ComponentModel;
using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>That a measurement is due or done, never what it says.</summary>
internal sealed record MeetmomentAnswer(
    [property: Description("Het arrangement.")] Guid ArrangementId,
    [property: Description("0, 3, 6 of 12 maanden na de start.")] int Maanden,
    [property: Description("De eerste dag waarop de meting kan.")] DateOnly OpentDatum,
    [property: Description("De laatste dag waarop de meting kan.")] DateOnly SluitDatum,
    [property: Description("Waar de meting staat.")] MeetmomentStatus Status)
{
    public static MeetmomentAnswer Of(MeetmomentRow row, DateOnly today) => new(row.ArrangementId, row.Maanden, row.OpentDatum, row.SluitDatum, row.StatusOn(today));
}

/// <summary>The moments to measure, for the guide who reminds people of them.</summary>
internal static class ReadMeetmomenten
{
    private const string DayFormat = "yyyyMMdd";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/arrangementen/{id:guid}/meetmomenten", ListOfArrangementAsync)
            .WithName("listMeetmomentenOfArrangement")
            .RequireScope(InzagesleutelFailures.GuideScope)
            .WithSummary("Meetmomenten van een arrangement")
            .WithDescription("Of een meting nog komt, kan, gedaan of gemist is. Nooit wat erin staat.")
            .MayFail(ArrangementFailures.Unknown);
        api.MapGet("/meetmomenten", ListDueAsync)
            .WithName("listMeetmomenten")
            .RequireScope(InzagesleutelFailures.GuideScope)
            .WithSummary("Metingen die nu kunnen")
            .WithDescription("Van de arrangementen die u begeleidt en die lopen: wat vandaag open is en niet gedaan. Wat het eerst sluit staat vooraan.");
    }

    private static async Task<Results<Ok<CursorPage<MeetmomentAnswer>>, ProblemHttpResult>> ListOfArrangementAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await ArrangementStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
            return ArrangementFailures.Unknown.ToProblem();
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var rows = await MeetmomentStore.ListAsync(connection, id, http.RequestAborted);
        return TypedResults.Ok(new CursorPage<MeetmomentAnswer>([.. rows.Select(row => MeetmomentAnswer.Of(row, today))]));
    }

    private static async Task<Results<Ok<CursorPage<MeetmomentAnswer>>, ProblemHttpResult>> ListDueAsync(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (!TryRead(page.Cursor, out var afterDay, out var afterId))
            return RequestFailures.CursorInvalid.ToProblem();
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await MeetmomentStore.ListDueAsync(connection, http.User.PartnerId(), today, afterDay, afterId, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<MeetmomentAnswer>.Of([.. rows.Select(row => MeetmomentAnswer.Of(row, today))], page.Size, CursorOf));
    }

    private static string CursorOf(MeetmomentAnswer item) =>
        Cursor.Encode(item.SluitDatum.ToString(DayFormat, CultureInfo.InvariantCulture), item.ArrangementId.ToString("N"));

    private static bool TryRead(string? cursor, out DateOnly day, out Guid id)
    {
        (day, id) = (DateOnly.MinValue, Guid.Empty);
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 2, out var parts)
                && DateOnly.TryParseExact(parts[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                && Guid.TryParseExact(parts[1], "N", out id));
    }
}
