using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>The key of who says that they were there, and the code that was shown there.</summary>
public sealed record Aanwezigheidsheaders(
    [property: FromHeader(Name = "Deelnamesleutel"), StringLength(Geheimecode.MaximumLength), Description("De eigen sleutel van de deelnemer.")]
    string? Deelnamesleutel,
    [property: FromHeader(Name = "Aanwezigheidscode"), StringLength(Geheimecode.MaximumLength), Description("De code die bij de sessie te zien is.")]
    string? Aanwezigheidscode);

/// <summary><c>PUT /medewerkers/deelname/sessies/{sessieSleutel}/aanwezigheid</c>: somebody says that they were there.</summary>
internal static class AanwezigheidMelden
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/medewerkers/deelname/sessies/{sessieSleutel:guid}/aanwezigheid", Handle)
        .ForMedewerkers()
        .WithName("putAanwezigheid")
        .WithSummary("Aanwezigheid melden")
        .WithDescription("Met de code die bij de sessie te zien is, op de dag zelf of de dag erna; ook zonder aanmelding. Niemand ziet wie er was.")
        .MayFail(DeelnemerFailures.KeyRefused, DeelnemerFailures.SessionUnknown, DeelnemerFailures.NotTheDay, DeelnemerFailures.AttendanceCodeWrong);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid sessieSleutel, [AsParameters] Aanwezigheidsheaders headers, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, new(headers.Deelnamesleutel)) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();
        if (deelnemer.Sessie(sessieSleutel) is not { } sessie)
            return DeelnemerFailures.SessionUnknown.ToProblem();
        if (!Aanwezigheidscode.IsValidOn(NederlandseTijd.DayOf(clock.GetUtcNow()), NederlandseTijd.DayOf(sessie.BegintOp)))
            return DeelnemerFailures.NotTheDay.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var geheim = await GeheimStore.FindAsync(connection, deelnemer.Programma.Id, http.RequestAborted);
        if (geheim is null || !Aanwezigheidscode.IsRight(geheim, sessieSleutel, headers.Aanwezigheidscode ?? ""))
            return DeelnemerFailures.AttendanceCodeWrong.ToProblem();
        await AanmeldingStore.AttendAsync(connection, deelnemer.Deelname.Id, sessieSleutel, http.RequestAborted);
        return TypedResults.NoContent();
    }
}
