using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>A link, shown this once.</summary>
public sealed record UitnodigingslinkAnswer(
    [property: Description("De link voor alle medewerkers samen. Staat alleen in dit antwoord. Wat achter het # staat komt bij geen enkele server.")] string Link);

/// <summary><c>POST /inspiratiebijeenkomsten/{id}/uitnodigingslink</c>: one link for all employees, so that opening it names nobody.</summary>
internal static class IssueUitnodigingslink
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/inspiratiebijeenkomsten/{id:guid}/uitnodigingslink", Handle)
        .WithSummary("Uitnodigingslink maken")
        .WithDescription(
            "Dezelfde link voor alle medewerkers: wie hem opent blijft onbekend. Een nieuwe link vervangt de vorige. Een Idempotency-Key wordt geweigerd.")
        .Produces<UitnodigingslinkAnswer>(StatusCodes.Status201Created)
        .MayFail(InspiratieFailures.Unknown, InspiratieFailures.StepNotPossible, InspiratieFailures.AlreadyClosed, UitnodigingFailures.NotKept);

    private static async Task<IResult> Handle(Guid id, HttpContext http, UnitOfWork work, IOptions<OpenSettings> open, TimeProvider clock)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return UitnodigingFailures.NotKept.ToProblem("Een herhaald verzoek geeft een nieuwe link.");
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await EigenBijeenkomst.FindAsync(connection, id, http, isLocked: true) is not { Row: var row })
            return InspiratieFailures.Unknown.ToProblem();
        if (row.StatusValue == InspiratieStatus.Afgelast)
            return InspiratieFailures.StepNotPossible.ToProblem("De bijeenkomst is afgelast.");
        if (row.GeslotenOp is not null)
            return InspiratieFailures.AlreadyClosed.ToProblem();

        var code = Geheimecode.CreateKey();
        await EigenBijeenkomst.SaveAsync(http, work, row with { LinkHash = Geheimecode.Hash(code) }, clock.GetUtcNow());
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new UitnodigingslinkAnswer(open.Value.LinkOf(code)), statusCode: StatusCodes.Status201Created);
    }
}
