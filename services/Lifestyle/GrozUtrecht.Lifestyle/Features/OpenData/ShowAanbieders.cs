using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.OpenData;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary><c>GET /open/aanbieders</c>: who is verified, everywhere or in one area, as a page or as JSON.</summary>
internal static class ShowAanbieders
{
    private static readonly Html Current = new(" aria-current=\"page\"");

    public static void Map(IEndpointRouteBuilder open) => open.MapMethods("/", OpenDataSetup.ReadMethods, Handle);

    private static async Task<IResult> Handle(string? gebied, HttpContext http, NpgsqlDataSource database)
    {
        var taal = Taal.Of(http.Request);
        var wantsData = Pagina.WantsData(http.Request);
        Gebied? area = null;
        if (gebied is not null && !Gebied.TryFind(gebied, out area))
            return wantsData ? RequestFailures.NotFound.ToProblem() : Pagina.Unknown(http, taal);

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var aanbieders = await OpenAanbieders.ListAsync(connection, area?.Code, http.RequestAborted);
        if (!wantsData)
            return Pagina.Answer(http, taal, Title(taal, area), Body(taal, area, aanbieders));

        Pagina.Describe(http);
        return TypedResults.Ok(new { items = aanbieders });
    }

    private static string Title(Taal taal, Gebied? area) =>
        area is null ? taal.Say("Aanbieders", "Providers") : taal.Say($"Aanbieders in {area.Naam}", $"Providers in {area.Naam}");

    private static Html Body(Taal taal, Gebied? area, IReadOnlyList<OpenAanbieder> aanbieders) => Html.Of(
        $"""
        <h1>{Title(taal, area)}</h1>
        <p>{taal.Say(
            "Bij deze mensen en organisaties kunt u iets doen voor een gezond leven. Een coördinator heeft ze gecontroleerd.",
            "With these people and organisations you can do something for a healthy life. A coordinator checked them.")}</p>
        <nav aria-labelledby="gebieden"><h2 id="gebieden">{taal.Say("Kies een gebied", "Choose an area")}</h2>
        <ul>{Html.Join(Gebied.All.Select(gebied => AreaLink(taal, gebied, gebied == area)))}</ul></nav>
        <h2>{taal.Say("De aanbieders", "The providers")}</h2>
        {(aanbieders.Count == 0
            ? Html.Of($"<p>{taal.Say("Hier is nog niemand.", "There is nobody here yet.")}</p>")
            : Html.Of($"<ul>{Html.Join(aanbieders.Select(aanbieder => Item(taal, aanbieder)))}</ul>"))}
        {(aanbieders.Count < OpenAanbieders.MaximumListed
            ? Html.Nothing
            : Html.Of($"<p>{taal.Say("Er zijn er meer: kies een gebied.", "There are more: choose an area.")}</p>"))}
        """);

    private static Html AreaLink(Taal taal, Gebied gebied, bool isCurrent) => Html.Of(
        $"""
        <li><a href="/open/aanbieders?gebied={gebied.Code}&amp;taal={taal.Code}"{(isCurrent ? Current : Html.Nothing)}>{gebied.Naam}</a></li>

        """);

    private static Html Item(Taal taal, OpenAanbieder aanbieder) => Html.Of(
        $"""
        <li><a href="/open/aanbieders/{aanbieder.Id}?taal={taal.Code}" lang="nl">{aanbieder.Naam}</a>:
        {AanbiederWords.Of(taal, aanbieder.Soort)}, {AanbiederWords.Areas(aanbieder.Gebieden)}</li>

        """);
}
