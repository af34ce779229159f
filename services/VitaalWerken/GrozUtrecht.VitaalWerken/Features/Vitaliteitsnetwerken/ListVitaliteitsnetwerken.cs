using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Netwerken;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary><c>GET /vitaliteitsnetwerken</c>: how far the networks are, against the targets of the programme.</summary>
internal static class ListVitaliteitsnetwerken
{
    private static readonly string[] Codes = [.. Gebied.All.Select(gebied => gebied.Code)];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/vitaliteitsnetwerken", Handle)
        .WithSummary("Stand van de vitaliteitsnetwerken")
        .WithDescription(
            "Aantallen belangstellenden, leden en deelnemende medewerkers per gebied, van alle partners samen, naast de doelen van het programma. Deelnemers zijn "
            + "geteld tot en met gisteren en per programma naar beneden afgerond op vijf.");

    private static async Task<Ok<VitaliteitsnetwerkenAnswer>> Handle(HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var rows = await NetwerkStore.CountAsync(database, Codes, http.RequestAborted);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var programmas = await BordStore.ProgrammasAsync(connection, Codes, today, http.RequestAborted);
        var deelnemers = programmas.ToLookup(programma => programma.Gebied, programma => programma.DeelnemersTenMinste);
        List<VitaliteitsnetwerkAnswer> items =
            [.. rows.Zip(Gebied.All, (row, gebied) => new VitaliteitsnetwerkAnswer(gebied.Code, gebied.Naam, row.Belangstellenden, row.Leden, deelnemers[gebied.Code].Sum()))];
        var leden = items.Sum(item => item.Leden);
        return TypedResults.Ok(new VitaliteitsnetwerkenAnswer(
            Doelstelling.TargetLeden,
            items.Sum(item => item.Belangstellenden),
            leden,
            Doelstelling.Missing(Doelstelling.TargetLeden, leden),
            Doelstelling.TargetDeelnemers,
            items.Sum(item => item.DeelnemersTenMinste),
            Doelstelling.TargetNewGebieden,
            items.Count(item => item.Leden > 0 && Doelstelling.IsNew(item.Gebied)),
            items));
    }
}

/// <summary>The networks together, and each of them.</summary>
public sealed record VitaliteitsnetwerkenAnswer(
    [property: Description("Aantal leden dat het programma zich ten doel stelt, in alle netwerken samen.")] int DoelLeden,
    int Belangstellenden,
    int Leden,
    [property: Description("Aantal leden dat nog ontbreekt aan het doel.")] int NogNodig,
    [property: Description("Aantal medewerkers in een programma dat het programma zich in het eerste jaar ten doel stelt.")] int DoelDeelnemers,
    [property: Description("Zoveel medewerkers of meer volgen of volgden een programma.")] int DeelnemersTenMinste,
    [property: Description("Aantal nieuwe gebieden met een netwerk dat het programma zich voor 2030 ten doel stelt.")] int DoelNieuweGebieden,
    [property: Description("Gebieden met ten minste een lid, buiten Nieuwegein, Papendorp en Utrecht-Oost, waar het begon.")] int NieuweGebieden,
    [property: Description("Een netwerk per gebied, ook als er nog geen bedrijf meedoet.")] IReadOnlyList<VitaliteitsnetwerkAnswer> Items);

/// <summary>One network.</summary>
public sealed record VitaliteitsnetwerkAnswer(
    string Gebied,
    string Naam,
    int Belangstellenden,
    int Leden,
    [property: Description("Zoveel medewerkers of meer; programma's met minder dan vijf tellen niet mee.")] int DeelnemersTenMinste);
