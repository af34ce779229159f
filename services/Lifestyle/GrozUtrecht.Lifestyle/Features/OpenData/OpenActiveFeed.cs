using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GrozUtrecht.Lifestyle.Data.OpenData;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>
/// The two feeds by OpenActive's Realtime Paged Data Exchange 1.0. A page is the items after a place; its answer is written straight from
/// what the writer stored.
/// </summary>
internal static class OpenActiveFeed
{
    public const string Series = "SessionSeries";
    public const string Sessions = "ScheduledSession";
    public const string SeriesPath = "session-series";
    public const string SessionsPath = "scheduled-sessions";

    public const string MediaType = "application/vnd.openactive.rpde+json; version=1";

    private const int PageSize = 500;
    private const string CachePage = "public, max-age=3600";
    private const string CacheLastPage = "public, max-age=8";

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapMethods($"/{SeriesPath}", OpenDataSetup.ReadMethods, (HttpContext http, NpgsqlDataSource database, IOptions<OpenSettings> settings) =>
            AnswerAsync(http, database, Series, $"{settings.Value.Adres}/openactive/{SeriesPath}"));
        open.MapMethods($"/{SessionsPath}", OpenDataSetup.ReadMethods, (HttpContext http, NpgsqlDataSource database, IOptions<OpenSettings> settings) =>
            AnswerAsync(http, database, Sessions, $"{settings.Value.Adres}/openactive/{SessionsPath}"));
    }

    private static async Task AnswerAsync(HttpContext http, NpgsqlDataSource database, string kind, string address)
    {
        if (!FeedPlace.TryRead(http.Request.Query, out var place))
        {
            await RequestFailures.CursorInvalid.ToProblem("Geef afterTimestamp en afterId allebei, zoals in next, of geen van beide.").ExecuteAsync(http);
            return;
        }

        var items = await OpenActiveItems.PageAsync(database, kind, place.Modified, place.Id, PageSize, http.RequestAborted);
        var next = items.Count == 0 ? place : new FeedPlace(items[^1].Modified, items[^1].Id);
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = items.Count == 0 ? CacheLastPage : CachePage;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(json, kind, items, next.In(address));
        await json.FlushAsync(http.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, string kind, IReadOnlyList<FeedItem> items, string next)
    {
        json.WriteStartObject();
        json.WriteString("next", next);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("state", item.Data is null ? "deleted" : "updated");
            json.WriteString("kind", kind);
            json.WriteString("id", item.Id);
            json.WriteNumber("modified", item.Modified);
            if (item.Data is { } data)
            {
                json.WritePropertyName("data");
                json.WriteRawValue(data, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("license", OpenActiveJson.Licence);
        json.WriteEndObject();
    }
}

/// <summary>A place in a feed: after the item with this number and id.</summary>
internal sealed record FeedPlace(long Modified, Guid Id)
{
    private static readonly FeedPlace Beginning = new(0, Guid.Empty);

    private const string Timestamp = "afterTimestamp";
    private const string AfterId = "afterId";

    /// <summary>Reads the place that is asked; nothing is the beginning. False when it is half a place, or none.</summary>
    public static bool TryRead(IQueryCollection query, out FeedPlace place)
    {
        place = Beginning;
        var (timestamp, id) = (query[Timestamp], query[AfterId]);
        if (timestamp.Count == 0 && id.Count == 0)
            return true;
        if (timestamp.Count != 1 || id.Count != 1
            || !long.TryParse(timestamp[0], NumberStyles.None, CultureInfo.InvariantCulture, out var modified)
            || !Guid.TryParseExact(id[0], "D", out var guid))
        {
            return false;
        }

        place = new(modified, guid);
        return true;
    }

    /// <summary>The address of the page after this place; a page without items names itself, so it is as it was asked.</summary>
    public string In(string address) =>
        ReferenceEquals(this, Beginning) ? address : string.Create(CultureInfo.InvariantCulture, $"{address}?{Timestamp}={Modified}&{AfterId}={Id}");
}
