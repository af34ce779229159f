using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>What became of a line of the file.</summary>
public enum Importuitkomst
{
    Geboekt,
    AlGeboekt,
    Fout,
}

/// <summary>The report on one line.</summary>
public sealed record ImportregelAnswer(
    [property: Description("Nummer van de regel in het bestand; de kopregel is 1.")] int RegelNummer,
    Importuitkomst Uitkomst,
    [property: Description("De urenregistratie van deze regel.")] Guid? UrenregistratieId = null,
    [property: Description("Foutcode.")] string? Code = null,
    [property: Description("Wat er niet klopt.")] string? Melding = null);

/// <summary>The report on a file.</summary>
public sealed record ImportUrenAnswer(
    int AantalGeboekt,
    [property: Description("Regels die een eerdere import al boekte.")] int AantalAlGeboekt,
    int AantalFout,
    IReadOnlyList<ImportregelAnswer> Regels);

/// <summary><c>POST /urenregistraties/imports</c>: an organisation's list of who was there.</summary>
internal static class ImportUren
{
    private const string AllesOfNiets = "alles-of-niets";
    private const string GoedeRegels = "goede-regels";
    private const string MediaType = "text/csv";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/imports", Handle)
        .WithSummary("Aanwezigheid importeren")
        .WithDescription(
            "Boekt een lijst van wie er was, als CSV (UTF-8, ten hoogste 10.000 regels en 2 MB, met ; of , ertussen). De kopregel noemt persoonId, "
            + "uitgevoerdDatum, duurMinuten en urenSoort, en als u wilt omschrijving, beginTijd, postcode, praktijkovereenkomstId en regelId. "
            + "Uw organisatie staat voor de lijst in, dus de uren zijn meteen bevestigd. Dezelfde regel wordt nooit twee keer geboekt: hij is te herkennen "
            + "aan uw eigen regelId, en zonder regelId aan zijn inhoud. "
            + $"Foutcodes van het bestand: {UrenimportFailures.FileCodes}. Codes per regel: {UrenimportFailures.LineCodes}.")
        .WithMetadata(new RequestSizeLimitAttribute(Aanwezigheidslijst.MaximumBytes))
        .Produces<ImportUrenAnswer>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // The body is read by hand, so that a spreadsheet gets a helpful answer; the document does not see it by itself.
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "De aanwezigheidslijst, met een kopregel.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [MediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            };
            operation.Responses!["415"].Description = "Stuur de inhoud als text/csv";
            return Task.CompletedTask;
        });

    private static async Task<Results<Ok<ImportUrenAnswer>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "werkwijze"), AllowedValues(null, AllesOfNiets, GoedeRegels, ErrorMessage = "Kies alles-of-niets of goede-regels."),
            Description("alles-of-niets (gebruikelijk): een foute regel houdt alles tegen; goede-regels: boek wat klopt.")] string? werkwijze,
        HttpContext http,
        Urenimport import)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != MediaType)
        {
            return UrenimportFailures.NotCsv.ToProblem();
        }

        if (await ReadAsync(http) is not { } body)
        {
            return UrenimportFailures.TooLarge.ToProblem();
        }

        var (lines, failure) = Aanwezigheidslijst.Read(body);
        if (failure is not null)
        {
            return failure.ToProblem();
        }

        var allOrNothing = werkwijze is null or AllesOfNiets;
        var results = await import.RunAsync(lines, http.User.PartnerId(), http.User.ClientId(), allOrNothing, http.RequestAborted);
        var answers = results.Select(AnswerOf).ToList();
        return allOrNothing && answers.Exists(answer => answer.Uitkomst == Importuitkomst.Fout) ? Refusal(answers) : TypedResults.Ok(ReportOf(answers));
    }

    /// <summary>The whole body, or null when it is larger than a file may be: not every server stops reading by itself.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > Aanwezigheidslijst.MaximumBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static ImportregelAnswer AnswerOf(Regeluitslag result) => result switch
    {
        { Failure: { } failure } => new(result.RegelNummer, Importuitkomst.Fout, null, failure.Code, failure.Title),
        { IsNew: true } => new(result.RegelNummer, Importuitkomst.Geboekt, result.UrenregistratieId),
        _ => new(result.RegelNummer, Importuitkomst.AlGeboekt, result.UrenregistratieId),
    };

    private static ImportUrenAnswer ReportOf(IReadOnlyList<ImportregelAnswer> answers) => new(
        answers.Count(answer => answer.Uitkomst == Importuitkomst.Geboekt),
        answers.Count(answer => answer.Uitkomst == Importuitkomst.AlGeboekt),
        answers.Count(answer => answer.Uitkomst == Importuitkomst.Fout),
        answers);

    private static ProblemHttpResult Refusal(IReadOnlyList<ImportregelAnswer> answers)
    {
        var wrong = answers.Where(answer => answer.Uitkomst == Importuitkomst.Fout).ToList();
        var problem = UrenimportFailures.LinesRefused.ToDetails($"{wrong.Count} regels kloppen niet. Verbeter ze, of kies werkwijze {GoedeRegels}.");
        problem.Extensions["regels"] = wrong;
        return TypedResults.Problem(problem);
    }
}
