using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary><c>GET /rapporten/organisatie</c>: hours that were made for the calling partner.</summary>
internal static class GetOrganisatierapport
{
    private static readonly string[] Areas = [.. Gebieden.Gebied.All.Select(gebied => gebied.Code), Rapportage.Onbekend];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rapporten/organisatie", Handle)
        .WithSummary("Urenrapport van uw organisatie")
        .WithDescription(
            $"Uren die voor uw organisatie zijn gemaakt, naar soort, leeftijd en woongebied. {Rapporten.Description}Foutcodes: {RapportFailures.PeriodCodes}, "
            + $"{OverzichtFailures.FormatUnknown.Code} (406).")
        .Produces<RapportAnswer>(StatusCodes.Status200OK, Formaten.Json, CsvTable.MediaType, Formaten.Pdf)
        .AddOpenApiOperationTransformer(Formaten.DescribeFiles)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Handle([AsParameters] OverzichtQuery query, HttpContext http, Rapporten rapporten)
    {
        var partnerId = http.User.PartnerId();
        return rapporten.AnswerAsync(http, query, Rapporten.Organisatie, partnerId.ToString("D"), (hours, _) => hours.PartnerId == partnerId, Areas);
    }
}
