using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>Marks for the subjects of the programme.</summary>
public sealed record PolsmetingBody(
    [property: Required, Length(1, 20), Description("Een cijfer per onderwerp van het programma; weglaten mag.")] IReadOnlyList<Polsantwoord> Antwoorden);

/// <summary>What somebody thinks of the programme.</summary>
public sealed record ErvaringBody(
    [property: Range(1, 10), Description("Cijfer voor het programma.")] int Cijfer,
    [property: Description("Of u het een collega zou aanraden.")] bool Aanraden);

/// <summary>How it is going, and how the programme was: marks, never words.</summary>
internal static class Polsmeten
{
    private const string Moments = "^(start|midden|einde)$";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/medewerkers/deelname/polsmetingen/{moment}", PulseAsync)
            .ForMedewerkers()
            .WithName("putPolsmeting")
            .WithSummary("Polsmeting invullen")
            .WithDescription("Per onderwerp een cijfer van 0 tot 10. Nog eens invullen vervangt de vorige antwoorden van dit moment, zolang het open is.")
            .MayFail(DeelnemerFailures.KeyRefused, DeelnemerFailures.NotOpen, DeelnemerFailures.SubjectUnknown);
        api.MapPut("/medewerkers/deelname/ervaring", ExperienceAsync)
            .ForMedewerkers()
            .WithName("putErvaring")
            .WithSummary("Ervaring geven")
            .WithDescription("Een cijfer voor het programma, vanaf de eerste dag tot veertien dagen na de afsluiting.")
            .MayFail(DeelnemerFailures.KeyRefused, DeelnemerFailures.NotOpen);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PulseAsync(
        [RegularExpression(Moments), Description("start, midden of einde.")] string moment,
        PolsmetingBody body, [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, sleutel) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();
        var asked = Words.Read<Polsmoment>(moment);
        if (deelnemer.Venster(asked) is not { } venster || !venster.IsOpenOn(NederlandseTijd.DayOf(clock.GetUtcNow())))
            return DeelnemerFailures.NotOpen.ToProblem();
        var onderwerpen = body.Antwoorden.Select(antwoord => antwoord.Onderwerp).ToList();
        if (onderwerpen.Distinct().Count() < onderwerpen.Count || onderwerpen.Except(deelnemer.Onderwerpen).Any())
            return DeelnemerFailures.SubjectUnknown.ToProblem();

        await PolsStore.PutAsync(
            await work.OpenAsync(http.RequestAborted), deelnemer.Deelname.Id, asked, Words.Of(onderwerpen),
            [.. body.Antwoorden.Select(antwoord => (short)antwoord.Cijfer)], http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ExperienceAsync(
        ErvaringBody body, [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, sleutel) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        if (today < deelnemer.Programma.BeginDatum || deelnemer.Venster(Polsmoment.Einde) is not { } einde || today > (einde.TotEnMetDatum ?? today))
            return DeelnemerFailures.NotOpen.ToProblem();

        await PolsStore.PutErvaringAsync(
            await work.OpenAsync(http.RequestAborted), deelnemer.Deelname.Id, (short)body.Cijfer, body.Aanraden, http.RequestAborted);
        return TypedResults.NoContent();
    }
}
