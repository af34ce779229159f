using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>How many codes.</summary>
public sealed record ScancodesBody([property: Range(1, Scanregels.MostCodesAtOnce), Description("Hoeveel codes.")] int Aantal);

/// <summary>Codes, shown this once.</summary>
public sealed record ScancodesAnswer(
    [property: Description("Codes voor één keer. Staan alleen in dit antwoord: laat medewerkers ze trekken als loten, en schrijf niet op wie welke trok.")]
    IReadOnlyList<string> Codes);

/// <summary><c>POST /bedrijven/{bedrijfId}/medewerkersscans/{id}/codes</c>: a coordinator has codes made; the employer never sees one.</summary>
internal static class IssueScancodes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{bedrijfId:guid}/medewerkersscans/{id:guid}/codes", Handle)
        .WithSummary("Codes voor een medewerkersscan uitgeven")
        .WithDescription("Alleen voor een coördinator, nooit voor het bedrijf. Een Idempotency-Key wordt geweigerd.")
        .Produces<ScancodesAnswer>(StatusCodes.Status201Created)
        .MayFail(
            BehoefteFailures.ScanUnknown, BehoefteFailures.CoordinatorOnly, BehoefteFailures.AlreadyClosed, BehoefteFailures.TooManyCodes,
            UitnodigingFailures.NotKept);

    private static async Task<IResult> Handle(Guid bedrijfId, Guid id, ScancodesBody body, HttpContext http, UnitOfWork work)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return UitnodigingFailures.NotKept.ToProblem("Een herhaald verzoek geeft nieuwe codes.");
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await EigenScan.FindAsync(connection, bedrijfId, id, http, isLocked: true) is not { } found)
            return BehoefteFailures.ScanUnknown.ToProblem();
        if (found.Rol != Rol.Coordinator)
            return BehoefteFailures.CoordinatorOnly.ToProblem();
        if (!found.Row.IsOpen)
            return BehoefteFailures.AlreadyClosed.ToProblem();
        var left = found.Row.CodesMaximum - found.Row.CodesUitgegeven;
        if (body.Aantal > left)
            return BehoefteFailures.TooManyCodes.ToProblem($"Er zijn nog {left} codes.");

        await ScanStore.CountCodesAsync(connection, id, body.Aantal, http.RequestAborted);
        var codes = await UitnodigingscodeStore.IssueAsync(
            connection, Uitnodigingsoort.Medewerkersscan, id, body.Aantal, found.Row.SluitDatum, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new ScancodesAnswer(codes), statusCode: StatusCodes.Status201Created);
    }
}
