using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>Which side of gifts to list.</summary>
public sealed record GiftenQuery(
    [property: FromQuery(Name = "richting"), RegularExpression("^(gegeven|ontvangen)$"), DefaultValue("gegeven"),
        Description("gegeven: wat uw rekeningen gaven. ontvangen: wat uw rekeningen en wijkpotten kregen.")]
    string? Richting);

/// <summary><c>GET /giften</c>: newest first.</summary>
internal static class ListGiften
{
    private const string Received = "ontvangen";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/giften", Handle)
        .WithSummary("Giften")
        .WithDescription(
            "Giften van of aan rekeningen die uw organisatie beheert, nieuwste eerst. Een anonieme gift die u ontving noemt geen gever.");

    private static async Task<Results<Ok<CursorPage<GiftAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] GiftenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 1, out var parts) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out before)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var partnerId = http.User.PartnerId();
        var rows = query.Richting == Received
            ? await GiftStore.ListReceivedAsync(connection, partnerId, before, page.Size + 1, http.RequestAborted)
            : await GiftStore.ListGivenAsync(connection, partnerId, before, page.Size + 1, http.RequestAborted);
        var found = CursorPage<GiftRow>.Of(rows, page.Size, row => Cursor.Encode(row.Volgnummer.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new CursorPage<GiftAnswer>([.. found.Items.Select(GiftAnswer.Of)], found.Volgende));
    }
}
