using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>A mark for one subject.</summary>
public sealed record ScancijferBody(Onderwerp Onderwerp, [property: Range(0, 10), Description("0 heel slecht tot 10 heel goed.")] int Cijfer);

/// <summary>What an employee fills in: marks and choices, and no words of their own.</summary>
public sealed record ScanantwoordBody(
    [property: Required, MinLength(1), MaxLength(12), Description("Elk onderwerp een keer.")] IReadOnlyList<ScancijferBody> Cijfers,
    [property: MaxLength(Scanvragen.MostWensen), Description("Ten hoogste drie onderwerpen waar u iets aan wilt doen.")]
    IReadOnlyList<Onderwerp>? Wensen = null,
    [property: StringLength(60), Description("Een van de groepen van de scan; ontbreekt als er geen zijn.")] string? Groep = null);

/// <summary><c>PUT /medewerkers/scan</c>: an employee fills in the scan with a code, once. Nothing says afterwards who or when.</summary>
internal static class AnswerMedewerkersscan
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/medewerkers/scan", Handle)
        .AllowAnonymous()
        .WithSummary("Medewerkersscan invullen")
        .WithDescription(
            "Zonder token, met een code die daarna gebruikt is. Bewaard worden de cijfers en keuzes, niet de code of wanneer. Een onbekende, gebruikte of verlopen "
            + "code krijgt hetzelfde antwoord.")
        .MayFail(UitnodigingFailures.CodeWrong, UitnodigingFailures.NotKept, BehoefteFailures.MarksIncomplete, BehoefteFailures.GroupUnknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ScanantwoordBody body, [AsParameters] Codeheader header, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (code, refused) = header.Read(http);
        if (code is null)
            return refused!;
        var onderwerpen = Enum.GetValues<Onderwerp>();
        var marks = body.Cijfers.DistinctBy(cijfer => cijfer.Onderwerp).OrderBy(cijfer => cijfer.Onderwerp).Select(cijfer => cijfer.Cijfer).ToArray();
        if (marks.Length != onderwerpen.Length || body.Cijfers.Count != onderwerpen.Length)
            return BehoefteFailures.MarksIncomplete.ToProblem();

        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var connection = await work.OpenAsync(http.RequestAborted);
        // First the scan, then the code: who closes the scan takes them in the same order.
        if (await UitnodigingscodeStore.FindAsync(connection, code, today, http.RequestAborted) is not { Soort: Uitnodigingsoort.Medewerkersscan } found
            || await ScanStore.HoldAsync(connection, found.DoelId, http.RequestAborted) is not { IsOpen: true } scan)
        {
            return UitnodigingFailures.CodeWrong.ToProblem();
        }

        if (GroupOf(scan, body.Groep) is not { } groep)
            return BehoefteFailures.GroupUnknown.ToProblem();
        if (await UitnodigingscodeStore.UseAsync(connection, Uitnodigingsoort.Medewerkersscan, code, today, http.RequestAborted) is null)
            return UitnodigingFailures.CodeWrong.ToProblem();
        var wensen = (body.Wensen ?? []).Distinct().Order().ToList();
        await ScanStore.AnswerAsync(connection, scan.Id, new(groep, marks, wensen), http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static int? GroupOf(ScanRow scan, string? named)
    {
        if (scan.Groepen.Length == 0)
            return named is null ? 0 : null;
        return Array.IndexOf(scan.Groepen, named) is >= 0 and var index ? index + 1 : null;
    }
}
