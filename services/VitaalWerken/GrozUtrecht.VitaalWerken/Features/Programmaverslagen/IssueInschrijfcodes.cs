using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>How many codes.</summary>
public sealed record InschrijfcodesBody([property: Range(1, 500), Description("Hoeveel codes.")] int Aantal);

/// <summary>Codes, shown this once.</summary>
internal sealed record InschrijfcodesAnswer(
    [property: Description("De codes. Ze staan alleen in dit antwoord: laat ze trekken als lootjes en schrijf niet op wie welke kreeg.")] IReadOnlyList<string> Codes,
    [property: Description("De laatste dag waarop een code werkt: de laatste dag van het programma.")] DateOnly GeldigTotEnMetDatum);

/// <summary><c>POST /programmas/{id}/inschrijfcodes</c>: the coordinator makes codes to draw. Never the employer, who could write down who got which.</summary>
internal static class IssueInschrijfcodes
{
    /// <summary>Unused codes of one programme at a time.</summary>
    private const int MaximumUnused = 2_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/programmas/{id:guid}/inschrijfcodes", Handle)
        .WithSummary("Inschrijfcodes uitgeven")
        .WithDescription(
            "Voor de coördinator van het netwerk, niet voor de werkgever. Elke code is een keer te gebruiken en staat nergens anders dan in dit antwoord. Zonder "
            + "Idempotency-Key: kwam het antwoord niet aan, vraag dan nieuwe codes.")
        .Produces<InschrijfcodesAnswer>(StatusCodes.Status201Created)
        .MayFail(
            ProgrammaFailures.Unknown, ProgrammaverslagFailures.CoordinatorOnly, UitnodigingFailures.NotKept, ProgrammaverslagFailures.NotOpen,
            ProgrammaverslagFailures.TooManyCodes);

    private static async Task<IResult> Handle(Guid id, InschrijfcodesBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return UitnodigingFailures.NotKept.ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();
        if (inzage.Rol != Rol.Coordinator)
            return ProgrammaverslagFailures.CoordinatorOnly.ToProblem();
        if (inzage.Row.StatusValue is not (ProgrammaStatus.Overeengekomen or ProgrammaStatus.Lopend)
            || inzage.Row.EindDatum < NederlandseTijd.DayOf(clock.GetUtcNow()))
        {
            return ProgrammaverslagFailures.NotOpen.ToProblem();
        }

        // The secret's row holds off whoever issues at the same time.
        await GeheimStore.EnsureAsync(connection, id, http.RequestAborted);
        if (await GeheimStore.CountCodesAsync(connection, id, http.RequestAborted) + body.Aantal > MaximumUnused)
            return ProgrammaverslagFailures.TooManyCodes.ToProblem();
        var codes = await UitnodigingscodeStore.IssueAsync(
            connection, Uitnodigingsoort.Programma, id, body.Aantal, inzage.Row.EindDatum, http.RequestAborted);
        return TypedResults.Json(new InschrijfcodesAnswer(codes, inzage.Row.EindDatum), statusCode: StatusCodes.Status201Created);
    }
}
