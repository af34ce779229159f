using System.ComponentModel.DataAnnotations;
using System.ComponentModel;
using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary><c>GET /rapporten/gebieden/{gebied}</c>: hours of everybody who lives in an area.</summary>
internal static class GetGebiedsrapport
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rapporten/gebieden/{gebied}", Handle)
        .WithSummary("Urenrapport van een gebied")
        .WithDescription(
            "Uren van iedereen die in dit gebied woont, voor welke organisatie ook, naar soort en leeftijd, en wat zij in geld omzetten. Het gebied onbekend is van mensen zonder bekende postcode "
            + $"of buiten alle gebieden; alle gebieden samen zijn het grootboek. {Rapporten.Description}Foutcodes: {RapportFailures.AreaUnknown.Code} (404), "
            + $"{RapportFailures.PeriodCodes}, {OverzichtFailures.FormatUnknown.Code} (406).")
        .Produces<RapportAnswer>(StatusCodes.Status200OK, Formaten.Json, CsvTable.MediaType, Formaten.Pdf)
        .AddOpenApiOperationTransformer(Formaten.DescribeFiles)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        [StringLength(60), Description("Code van het gebied, bijvoorbeeld overvecht; of onbekend.")] string gebied,
        [AsParameters] OverzichtQuery query, HttpContext http, Rapporten rapporten)
    {
        if (gebied != Rapportage.Onbekend && !Gebieden.Gebied.TryFind(gebied, out _))
            return RapportFailures.AreaUnknown.ToProblem();
        return await rapporten.AnswerAsync(
            http, query, Rapporten.Gebied, gebied, (_, person) => (person?.Gebied ?? Rapportage.Onbekend) == gebied, areas: []);
    }
}
