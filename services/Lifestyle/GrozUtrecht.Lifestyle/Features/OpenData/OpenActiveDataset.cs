using System.Text.Json;
using System.Text.Json.Serialization;
using GrozUtrecht.Lifestyle.Features.Open;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>The page of the dataset, which OpenActive's discovery reads: for people, with the same as schema.org/Dataset in it for programs.</summary>
internal static class OpenActiveDataset
{
    private const string MediaType = "application/ld+json";

    // The default encoder leaves no angle bracket in it, so it can stand in a page.
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Map(IEndpointRouteBuilder open) => open.MapMethods("/", OpenDataSetup.ReadMethods, Handle);

    private static IResult Handle(HttpContext http, IOptions<OpenSettings> settings)
    {
        var dataset = Dataset.At($"{settings.Value.Adres}/openactive");
        if (Pagina.WantsData(http.Request))
        {
            Pagina.Describe(http);
            return TypedResults.Text(JsonSerializer.Serialize(dataset, Json), MediaType);
        }

        var taal = Taal.Of(http.Request);
        return Pagina.Answer(http, taal, taal.Say("Open data: activiteiten", "Open data: activities"), Body(taal, dataset));
    }

    private static Html Body(Taal taal, Dataset dataset) => Html.Of(
        $"""
        <script type="application/ld+json">{new Html(JsonSerializer.Serialize(dataset, Json))}</script>
        <h1>{taal.Say("Open data: activiteiten", "Open data: activities")}</h1>
        <p>{taal.Say(
            "Hier staan de sport- en beweegactiviteiten van GrozUtrecht in de provincie Utrecht, met hun sessies, vrije plaatsen, prijs en "
                + "plaats. Iedereen mag deze gegevens gebruiken, ook in een eigen website of app.",
            "These are the sport and movement activities of GrozUtrecht in the province of Utrecht, with their sessions, free places, price "
                + "and place. Anybody may use this data, also in a website or app of their own.")}</p>
        <h2>{taal.Say("De gegevens", "The data")}</h2>
        <ul>
        <li><a href="{dataset.Distribution[0].ContentUrl}">{taal.Say("Activiteiten", "Activities")}</a> (SessionSeries)</li>
        <li><a href="{dataset.Distribution[1].ContentUrl}">{taal.Say("Sessies", "Sessions")}</a> (ScheduledSession)</li>
        </ul>
        <p>{taal.Say("De gegevens volgen de open standaard", "The data follows the open standard")} <a href="{dataset.Documentation}">OpenActive</a> {taal.Say(
            "en lopen hooguit een paar minuten achter. Er staan geen gegevens van deelnemers in.",
            "and is at most a few minutes behind. Nothing about participants is in it.")}</p>
        <h2>{taal.Say("Voorwaarden", "Terms")}</h2>
        <p>{taal.Say("U mag de gegevens gebruiken onder de licentie", "You may use the data under the licence")}
        <a href="{dataset.License}">Creative Commons {taal.Say("Naamsvermelding", "Attribution")} 4.0 (CC BY 4.0)</a>. {taal.Say(
            "Noem daarbij GrozUtrecht en zet een link naar deze pagina.",
            "Name GrozUtrecht and link to this page.")}</p>
        <h2>{taal.Say("Wat er niet bij staat", "What is not in it")}</h2>
        <p>{taal.Say(
            "Alleen het aanbod van aanbieders die een coördinator heeft gecontroleerd staat erin. De lijst van OpenActive heeft geen woord "
                + "voor bijvoorbeeld samen koken of hulp bij schulden. Zulke activiteiten staan op de",
            "Only what is offered by providers that a coordinator checked is in it. The list of OpenActive has no word for, say, cooking "
                + "together or help with debts. Such activities are on the")}
        <a href="/open/hsds/services">{taal.Say("sociale kaart", "social map")}</a>.</p>
        """);
}

/// <summary>The dataset by schema.org, with what OpenActive's discovery asks of it.</summary>
internal sealed record Dataset(string Url, IReadOnlyList<DataDownload> Distribution)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-3)]
    public IReadOnlyList<string> Context => [OpenActiveJson.Context, "https://schema.org/"];

    [JsonPropertyName("@type"), JsonPropertyOrder(-2)]
    public string Type => "Dataset";

    [JsonPropertyName("@id"), JsonPropertyOrder(-1)]
    public string Id => Url;

    public string Name => "GrozUtrecht: activiteiten en sessies";

    public string Description => "Activiteiten voor een gezonde leefstijl in de wijken van GrozUtrecht, met hun sessies en vrije plaatsen, volgens OpenActive.";

    public IReadOnlyList<string> Keywords => ["Sessions", "Activities", "Sports", "Physical Activity", "OpenActive", "bewegen", "leefstijl", "Utrecht"];

    public string License => OpenActiveJson.Licence;

    public string DiscussionUrl => Url;

    public string Documentation => "https://permalink.openactive.io/dataset-site/open-data-documentation";

    public string SchemaVersion => "https://openactive.io/modelling-opportunity-data/2.0/";

    public IReadOnlyList<string> InLanguage => ["nl-NL"];

    public Publisher Publisher => new("GrozUtrecht", Url[..^"/openactive".Length] + "/aanbieders");

    public static Dataset At(string url) => new(
        url,
        [
            new(OpenActiveFeed.Series, $"{url}/{OpenActiveFeed.SeriesPath}"),
            new(OpenActiveFeed.Sessions, $"{url}/{OpenActiveFeed.SessionsPath}"),
        ]);
}

internal sealed record DataDownload(string Name, string ContentUrl)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "DataDownload";

    public string Identifier => Name;

    public string AdditionalType => $"https://openactive.io/{Name}";

    public string EncodingFormat => OpenActiveFeed.MediaType;
}

internal sealed record Publisher(string Name, string Url)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "Organization";
}
