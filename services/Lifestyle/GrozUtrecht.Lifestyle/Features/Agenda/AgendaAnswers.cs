using System.Buffers.Text;
using System.Security.Cryptography;
using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>Answers with a calendar, or with 304 to who has the same already.</summary>
internal static class AgendaAnswers
{
    private const string ContentType = "text/calendar; charset=utf-8";
    private const string ForEverybody = "public, max-age=300";
    private const int TagBytes = 16;

    // A link that is withdrawn must stop at once, so nothing between here and its holder keeps the answer.
    private const string ForOne = "private, no-cache";

    public static IResult Of(HttpContext http, string naam, IReadOnlyList<AgendaRow> rows, bool isPersonal = false)
    {
        var body = ICalendar.Write(naam, rows.Select(ToPunt));
        var tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";
        var headers = http.Response.Headers;
        headers.CacheControl = isPersonal ? ForOne : ForEverybody;
        headers.ETag = tag;
        if (rows.Count > 0)
            headers.LastModified = rows.Max(row => row.GewijzigdOp).ToString("R");
        return IsKnown(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(body, ContentType);
    }

    // If-Modified-Since is not looked at: a calendar also changes because time goes by, or because somebody no longer takes part.
    private static bool IsKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(known => known == "*" || known == tag || known == $"W/{tag}");

    private static Agendapunt ToPunt(AgendaRow row) => new()
    {
        Id = row.Id,
        Volgnummer = row.Volgnummer,
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        GewijzigdOp = row.GewijzigdOp,
        Status = row switch
        {
            { IsVervallen: true } or { Deelnamestatus: "vervallen" } => Agendastatus.Vervallen,
            { Deelnamestatus: "aangeboden" } => Agendastatus.Voorlopig,
            _ => Agendastatus.Bevestigd,
        },
        Titel = row.Naam,
        Omschrijving = row.Omschrijving,
        Locatie = $"{row.Locatienaam}, {row.Postcode}",
    };
}
