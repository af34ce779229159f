using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.OpenData;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>A verified aanbieder with what it offers, for everybody.</summary>
internal sealed record OpenAanbiederAnswer(OpenAanbieder Aanbieder, IReadOnlyList<OpenActiviteitAnswer> Activiteiten);

internal sealed record OpenActiviteitAnswer(OpenActiviteit Activiteit, string Agenda, IReadOnlyList<OpenSessie> Sessies);

/// <summary><c>GET /open/aanbieders/{id}</c>: the public page of an aanbieder, as a page or as JSON.</summary>
internal static class ShowAanbieder
{
    public static void Map(IEndpointRouteBuilder open) => open.MapMethods("/{id:guid}", OpenDataSetup.ReadMethods, Handle);

    private static async Task<IResult> Handle(Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var taal = Taal.Of(http.Request);
        var wantsData = Pagina.WantsData(http.Request);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await OpenAanbieders.FindAsync(connection, id, http.RequestAborted) is not { } aanbieder)
            return wantsData ? RequestFailures.NotFound.ToProblem() : Pagina.Unknown(http, taal);

        var activiteiten = await OpenAanbieders.ActiviteitenAsync(connection, id, http.RequestAborted);
        var sessies = await OpenAanbieders.NextSessionsAsync(
            connection, [.. activiteiten.Select(activiteit => activiteit.Id)], clock.GetUtcNow(), http.RequestAborted);
        var answer = new OpenAanbiederAnswer(
            aanbieder,
            [.. activiteiten.Select(activiteit => new OpenActiviteitAnswer(activiteit, AgendaOf(activiteit.Id), [.. sessies[activiteit.Id]]))]);
        if (!wantsData)
            return Pagina.Answer(http, taal, aanbieder.Naam, Body(taal, answer));

        Pagina.Describe(http);
        return TypedResults.Ok(answer);
    }

    private static string AgendaOf(Guid activiteitId) => $"/open/agenda/activiteiten/{activiteitId}.ics";

    private static Html Body(Taal taal, OpenAanbiederAnswer answer)
    {
        var aanbieder = answer.Aanbieder;
        return Html.Of(
            $"""
            <h1 lang="nl">{aanbieder.Naam}</h1>
            <p>{AanbiederWords.Of(taal, aanbieder.Soort)} · {taal.Say("gecontroleerd door een coördinator", "checked by a coordinator")}</p>
            <p class="tekst" lang="nl">{aanbieder.Omschrijving}</p>
            <dl>
            <dt>{taal.Say("Waar", "Where")}</dt><dd>{AanbiederWords.Areas(aanbieder.Gebieden)}</dd>
            {Website(aanbieder.Website)}
            </dl>
            <h2>{taal.Say("Activiteiten", "Activities")}</h2>
            {(answer.Activiteiten.Count == 0 ? Html.Of($"<p>{taal.Say("Er is nu geen aanbod.", "Nothing is on offer now.")}</p>") : Html.Nothing)}
            {Html.Join(answer.Activiteiten.Select(activiteit => Section(taal, activiteit)))}
            """);
    }

    // The database keeps what was given; only an address of the web becomes a link.
    private static Html Website(string? website) =>
        Uri.TryCreate(website, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? Html.Of($"""<dt>Website</dt><dd><a href="{address.AbsoluteUri}" rel="nofollow noopener">{website}</a></dd>""")
            : Html.Nothing;

    private static Html Section(Taal taal, OpenActiviteitAnswer answer)
    {
        var activiteit = answer.Activiteit;
        var gemeente = Postcode4.TryFind(activiteit.Postcode, out var postcode) ? postcode.Gemeente : "";
        var sessions = answer.Sessies.Count == 0
            ? Html.Of($"<p>{taal.Say("Er is nog geen sessie gepland.", "No session is planned yet.")}</p>")
            : Html.Of($"<ul>{Html.Join(answer.Sessies.Select(sessie => Item(taal, activiteit, sessie)))}</ul>");
        return Html.Of(
            $"""
            <section>
            <h3 id="activiteit-{activiteit.Id}" lang="nl">{activiteit.Naam}</h3>
            <p class="tekst" lang="nl">{activiteit.Omschrijving}</p>
            <p>{taal.Say("Plaats:", "Place:")} <span lang="nl">{activiteit.Locatienaam}, {activiteit.Postcode} {gemeente}</span><br>
            {taal.Say("Prijs per keer:", "Price each time:")} {taal.Price(activiteit.PrijsCenten)}{AanbiederWords.Thresholds(taal, activiteit.Drempels)}</p>
            {sessions}
            <p><a href="{answer.Agenda}">{taal.Say("Zet in uw agenda", "Add to your calendar")}: <span lang="nl">{activiteit.Naam}</span></a> (iCalendar)</p>
            </section>
            """);
    }

    private static Html Item(Taal taal, OpenActiviteit activiteit, OpenSessie sessie)
    {
        var elsewhere = sessie.Locatienaam == activiteit.Locatienaam ? Html.Nothing : Html.Of($""", <span lang="nl">{sessie.Locatienaam}</span>""");
        var places = sessie.VrijePlaatsen > 0
            ? taal.Say($"nog {sessie.VrijePlaatsen} vrij", $"{sessie.VrijePlaatsen} left")
            : taal.Say("vol, er is een wachtlijst", "full, there is a waiting list");
        var begin = sessie.BegintOp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        return Html.Of(
            $"""
            <li><time datetime="{begin}">{taal.Moment(sessie.BegintOp)}</time>–{taal.Clock(sessie.EindigtOp)}{elsewhere} ({places})</li>

            """);
    }
}
