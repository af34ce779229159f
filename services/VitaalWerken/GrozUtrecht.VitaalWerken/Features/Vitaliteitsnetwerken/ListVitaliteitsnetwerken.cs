using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary><c>GET /vitaliteitsnetwerken</c>: how far the networks are, against the target of the programme.</summary>
internal static class ListVitaliteitsnetwerken
{
    private static readonly string[] Codes = [.. Gebied.All.Select(gebied => gebied.Code)];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/vitaliteitsnetwerken", Handle)
        .WithSummary("Stand van de vitaliteitsnetwerken")
        .WithDescription("Aantallen belangstellenden en leden per gebied, van alle partners samen, naast het doel van het programma.");

    private static async Task<Ok<VitaliteitsnetwerkenAnswer>> Handle(HttpContext http, NpgsqlDataSource database)
    {
        var rows = await NetwerkStore.CountAsync(database, Codes, http.RequestAborted);
        var leden = rows.Sum(row => row.Leden);
        return TypedResults.Ok(new VitaliteitsnetwerkenAnswer(
            Doelstelling.TargetLeden,
            rows.Sum(row => row.Belangstellenden),
            leden,
            Doelstelling.Missing(Doelstelling.TargetLeden, leden),
            [.. rows.Zip(Gebied.All, Answer)]));
    }

    private static VitaliteitsnetwerkAnswer Answer(NetwerkRow row, Gebied gebied) =>
        new(gebied.Code, gebied.Naam, row.Belangstellenden, row.Leden);
}

/// <summary>The networks together, and each of them.</summary>
public sealed record VitaliteitsnetwerkenAnswer(
    [property: Description("Aantal leden dat het programma zich ten doel stelt, in alle netwerken samen.")] int DoelLeden,
    int Belangstellenden,
    int Leden,
    [property: Description("Aantal leden dat nog ontbreekt aan het doel.")] int NogNodig,
    [property: Description("Een netwerk per gebied, ook als er nog geen bedrijf meedoet.")] IReadOnlyList<VitaliteitsnetwerkAnswer> Items);

/// <summary>One network.</summary>
public sealed record VitaliteitsnetwerkAnswer(string Gebied, string Naam, int Belangstellenden, int Leden);
