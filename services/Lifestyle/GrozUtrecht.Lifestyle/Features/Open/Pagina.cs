using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace GrozUtrecht.Lifestyle.Features.Open;

/// <summary>A simple page for everybody: one column, no scripts, nothing fetched from elsewhere, in Dutch and English.</summary>
internal static class Pagina
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --link: #00508c; --line: #6b6b6b; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --link: #9ecbff; --line: #a0a0a0; } }
        body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem; }
        header { border-bottom: 2px solid var(--line); } footer { border-top: 2px solid var(--line); margin-top: 2rem; }
        h1 { font-size: 2rem; line-height: 1.25; } h2 { font-size: 1.5rem; margin-top: 2rem; } h3 { font-size: 1.2rem; margin-top: 1.6rem; }
        a { color: var(--link); text-underline-offset: .15em; } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        ul { padding-left: 1.3rem; } li { margin: .4rem 0; } p { overflow-wrap: anywhere; } dt { font-weight: bold; } dd { margin: 0 0 .6rem; }
        .tekst { white-space: pre-line; }
        .sla-over { position: absolute; left: -100rem; } .sla-over:focus { position: static; }
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Does who asks prefer data over a page?</summary>
    public static bool WantsData(HttpRequest request) =>
        new RequestHeaders(request.Headers).Accept
            .OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault(type => IsPage(type) || IsData(type)) is { } first && !IsPage(first);

    /// <summary>A page, or the data of it, for this long in anybody's cache.</summary>
    public static void Describe(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.Headers.Vary = "Accept, Accept-Language";
    }

    /// <summary>Answers with the page.</summary>
    public static IResult Answer(HttpContext http, Taal taal, string title, Html body, int status = StatusCodes.Status200OK)
    {
        Describe(http);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.ContentLanguage = taal.Code;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(Frame(http.Request, taal, title, body).Text, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    /// <summary>There is no such page; it does not say whether there was one.</summary>
    public static IResult Unknown(HttpContext http, Taal taal)
    {
        var title = taal.Say("Deze pagina bestaat niet", "This page does not exist");
        return Answer(
            http,
            taal,
            title,
            Html.Of($"<h1>{title}</h1><p>{taal.Say("Kijk of het adres klopt, of begin hier:", "Check the address, or start here:")} {AanbiedersLink(taal)}.</p>"),
            StatusCodes.Status404NotFound);
    }

    private static Html AanbiedersLink(Taal taal) =>
        Html.Of($"""<a href="/open/aanbieders?taal={taal.Code}">{taal.Say("Aanbieders", "Providers")}</a>""");

    private static Html Frame(HttpRequest request, Taal taal, string title, Html body) => Html.Of(
        $"""
        <!doctype html>
        <html lang="{taal.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – GrozUtrecht</title>
        <style>{new Html(Style)}</style>
        </head>
        <body>
        <a class="sla-over" href="#inhoud">{taal.Say("Naar de inhoud", "Skip to content")}</a>
        <header><nav aria-label="{taal.Say("Pagina's", "Pages")}">{AanbiedersLink(taal)} · {OtherLanguage(request, taal)}</nav></header>
        <main id="inhoud">
        {body}
        </main>
        <footer><p>GrozUtrecht · <a href="/open/openactive?taal={taal.Code}">Open data</a> (CC BY 4.0)</p></footer>
        </body>
        </html>
        """);

    private static Html OtherLanguage(HttpRequest request, Taal taal)
    {
        var query = request.Query.Where(pair => pair.Key is "gebied").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}&");
        var address = $"{request.Path}?{string.Concat(query)}taal={taal.Other.Code}";
        return Html.Of(
            $"""<a href="{address}" lang="{taal.Other.Code}" hreflang="{taal.Other.Code}">{taal.Say("This page in English", "Deze pagina in het Nederlands")}</a>""");
    }

    private static bool IsPage(MediaTypeHeaderValue type) => type.MediaType == "text/html" || type.MediaType == "*/*" || type.MediaType == "text/*";

    private static bool IsData(MediaTypeHeaderValue type) => type.MediaType == "application/json" || type.MediaType == "application/ld+json";
}
