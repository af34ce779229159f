using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>The code that was drawn, and the key that the employee's own program made.</summary>
public sealed record Inschrijfheaders(
    [property: FromHeader(Name = "Uitnodigingscode"), StringLength(Geheimecode.MaximumLength), Description("De code van het briefje.")]
    string? Uitnodigingscode,
    [property: FromHeader(Name = "Deelnamesleutel"), StringLength(Geheimecode.MaximumLength),
        Description("Een nieuwe willekeurige sleutel van 28 tekens, die het eigen programma van de deelnemer maakt en bewaart.")]
    string? Deelnamesleutel);

/// <summary>
/// <c>PUT /medewerkers/deelname</c>: enrols whoever drew a code. The key comes from the employee, so that the same request again, after an answer
/// that got lost, finds the enrolment by the key: the code is gone and nothing links the two.
/// </summary>
internal static class Enrol
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/medewerkers/deelname", Handle)
        .ForMedewerkers()
        .WithSummary("Inschrijven met een code")
        .WithDescription(
            "Gebruikt de code en schrijft een pseudoniem in onder de sleutel. Herhaal gerust met dezelfde sleutel: dan gebeurt er niets meer. De code en de sleutel "
            + "zijn daarna niet aan elkaar te verbinden. Wie de sleutel verliest, kan niet meer bij de eigen gegevens. Een onbekende, gebruikte of verlopen code geeft hetzelfde antwoord.")
        .MayFail(UitnodigingFailures.CodeWrong, DeelnemerFailures.KeyWeak, DeelnemerFailures.KeyInUse);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        [AsParameters] Inschrijfheaders headers, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (headers.Deelnamesleutel is not { } sleutel || !Deelnamesleutel.IsStrong(sleutel))
            return DeelnemerFailures.KeyWeak.ToProblem();

        var (code, today) = (headers.Uitnodigingscode ?? "", NederlandseTijd.DayOf(clock.GetUtcNow()));
        var connection = await work.OpenAsync(http.RequestAborted);
        var known = await DeelnameStore.FindAsync(connection, sleutel, isLocked: false, http.RequestAborted);
        if (known is not null && await UitnodigingscodeStore.FindAsync(connection, code, today, http.RequestAborted) is not null)
            return DeelnemerFailures.KeyInUse.ToProblem();
        if (known is not null)
            return TypedResults.NoContent();

        if (await UitnodigingscodeStore.UseAsync(connection, Uitnodigingsoort.Programma, code, today, http.RequestAborted) is not { } programmaId)
            return await IsRepeatAsync(connection, sleutel, http.RequestAborted) ? TypedResults.NoContent() : UitnodigingFailures.CodeWrong.ToProblem();
        // Locked, so that closing the programme comes before this or after it.
        var programma = await ProgrammaStore.FindAsync(connection, programmaId, isLocked: true, http.RequestAborted);
        if (programma?.StatusValue is not (ProgrammaStatus.Overeengekomen or ProgrammaStatus.Lopend))
            return UitnodigingFailures.CodeWrong.ToProblem();
        if (!await DeelnameStore.TryAddAsync(connection, programmaId, sleutel, http.RequestAborted))
            return DeelnemerFailures.KeyInUse.ToProblem();
        await TellingStore.AddAsync(connection, programmaId, sessieSleutel: null, today, saldo: 1, http.RequestAborted);
        return TypedResults.NoContent();
    }

    // The same request twice at once: the second waited for the code that the first used.
    private static async Task<bool> IsRepeatAsync(NpgsqlConnection connection, string sleutel, CancellationToken cancellationToken) =>
        await DeelnameStore.FindAsync(connection, sleutel, isLocked: false, cancellationToken) is not null;
}
