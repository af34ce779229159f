using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>Who asked for somebody else, and how that person agreed to it.</summary>
internal sealed record ToestemmingResponse(
    [property: Description("Wat de aanmelder van de hulpvrager is.")] Relatie Relatie,
    [property: Description("De aanmelder; ontbreekt als die niet genoemd is of is verwijderd.")] Guid? AanmelderPersoonId,
    [property: Description("Hoe de hulpvrager toestemming gaf.")] Toestemmingswijze Wijze,
    [property: Description("Welke tekst er is voorgelegd.")] string TekstVersie,
    [property: Description("Wanneer de toestemming is gegeven.")] DateTimeOffset GegevenOp,
    [property: Description("Wanneer die is vastgelegd.")] DateTimeOffset VastgelegdOp,
    [property: Description("Wanneer die is ingetrokken; ontbreekt zolang die geldt.")] DateTimeOffset? IngetrokkenOp)
{
    public static ToestemmingResponse Of(ToestemmingRow row) => new(
        Words<Relatie>.Read(row.Relatie),
        row.AanmelderPersoonId,
        Words<Toestemmingswijze>.Read(row.Wijze),
        row.TekstVersie,
        row.GegevenOp,
        row.VastgelegdOp,
        row.IngetrokkenOp);
}

internal static class GetToestemming
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/toestemming", HandleAsync)
        .WithSummary("Bekijk de toestemming bij een hulpvraag")
        .WithDescription("Alleen een hulpvraag die iemand anders stelde heeft er een.")
        .MayFail(HulpvraagFailures.ToestemmingUnknown);

    private static async Task<Results<Ok<ToestemmingResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ToestemmingStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is { } toestemming
            ? TypedResults.Ok(ToestemmingResponse.Of(toestemming))
            : HulpvraagFailures.ToestemmingUnknown.ToProblem();
    }
}
