using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>GET /preventiebudgetten/{id}/declaraties/{declaratieId}/bestand</c>: what the insurer is sent.</summary>
internal static class GetDeclaratiebestand
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}/declaraties/{declaratieId:guid}/bestand", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Declaratiebestand ophalen")
        .WithDescription(
            "CSV voor de verzekeraar (UTF-8 met BOM, puntkomma's, bedragen in euro's met een komma): een kopregel, een regel per besteding of correctie "
            + "met alleen het lidkenmerk, en een slotregel met het aantal regels en het totaal.")
        .Produces<string>(StatusCodes.Status200OK, CsvTable.MediaType)
        .MayFail(DeclaratieFailures.Unknown);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Guid declaratieId, HttpContext http, NpgsqlDataSource database)
    {
        if (await DeclaratieStore.FindOwnAsync(database, id, declaratieId, http.User.PartnerId(), http.RequestAborted) is not var (declaratie, uzovi))
            return DeclaratieFailures.Unknown.ToProblem();

        var lines = await DeclaratieStore.LinesAsync(database, declaratieId, http.RequestAborted);
        var name = $"declaratie-{uzovi}-{new Declaratiemaand(declaratie.Maand).Word}.csv";
        return TypedResults.File(Csv(declaratie, lines), CsvTable.MediaType, name);
    }

    private static byte[] Csv(DeclaratieRow declaratie, IReadOnlyList<DeclaratieregelRow> lines)
    {
        var csv = new CsvTable("regel", "soort", "lidkenmerk", "datum", "activiteit", "dimensie", "bedrag", "eigenBijdrage");
        foreach (var line in lines)
        {
            csv.Row(
                Text(line.Regelnummer), line.Soort, line.Lidkenmerk, line.Dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                line.ActiviteitId.ToString("D"), line.Dimensie, CsvTable.Euros(line.BedragCenten), CsvTable.Euros(line.EigenBijdrageCenten));
        }

        return csv.Row(
            Text(declaratie.AantalRegels), "totaal", "", "", "", "", CsvTable.Euros(declaratie.TotaalCenten),
            CsvTable.Euros(lines.Sum(line => (long)line.EigenBijdrageCenten))).ToBytes();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
