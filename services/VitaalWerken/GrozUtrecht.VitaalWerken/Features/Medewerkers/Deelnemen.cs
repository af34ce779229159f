using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>One's own enrolment: to see, and to withdraw. Only with the key.</summary>
internal static class Deelnemen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/medewerkers/deelname", SeeAsync)
            .ForMedewerkers()
            .WithName("getDeelname")
            .WithSummary("Eigen deelname zien")
            .WithDescription("Het programma, de eigen aanmeldingen en de eigen antwoorden, met de eigen sleutel. Tot een jaar na het verslag; dan is alles gewist.")
            .MayFail(DeelnemerFailures.KeyRefused);
        api.MapDelete("/medewerkers/deelname", WithdrawAsync)
            .ForMedewerkers()
            .WithName("deleteDeelname")
            .WithSummary("Deelname wissen")
            .WithDescription("Wist alles van deze sleutel: aanmeldingen, aanwezigheid, antwoorden en de inschrijving zelf. Een verslag dat al is gemaakt verandert niet.")
            .MayFail(DeelnemerFailures.KeyRefused);
    }

    private static async Task<Results<Ok<DeelnameAnswer>, ProblemHttpResult>> SeeAsync(
        [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Deelnemer.FindAsync(connection, http, sleutel, isLocked: false) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();

        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var (aangemeld, aanwezig) = await AanmeldingStore.ListAsync(connection, deelnemer.Deelname.Id, http.RequestAborted);
        var antwoorden = await PolsStore.ListAsync(connection, deelnemer.Deelname.Id, http.RequestAborted);
        var ervaring = await PolsStore.FindErvaringAsync(connection, deelnemer.Deelname.Id, http.RequestAborted);
        return TypedResults.Ok(new DeelnameAnswer(
            deelnemer.Programma.Naam,
            deelnemer.Programma.StatusValue,
            deelnemer.Programma.BeginDatum,
            deelnemer.Programma.EindDatum,
            deelnemer.Onderwerpen,
            [.. from module in deelnemer.Inhoud.Modules
                from sessie in module.Sessies
                orderby sessie.BegintOp, sessie.Sleutel
                select new EigenSessieAnswer(
                    sessie.Sleutel, module.Titel, module.Onderwerp, sessie.BegintOp, sessie.EindigtOp, sessie.Locatie,
                    aangemeld.Contains(sessie.Sleutel), aanwezig.Contains(sessie.Sleutel))],
            [.. Enum.GetValues<Polsmoment>().Select(moment => PolsmetingOf(deelnemer, moment, antwoorden, today)).OfType<EigenPolsmetingAnswer>()],
            ervaring is null ? null : new(ervaring.Cijfer, ervaring.Aanraden)));
    }

    private static EigenPolsmetingAnswer? PolsmetingOf(Deelnemer deelnemer, Polsmoment moment, IReadOnlyList<PolsantwoordRow> rows, DateOnly today) =>
        deelnemer.Venster(moment) is not { } venster
            ? null
            : new(
                moment,
                venster.IsOpenOn(today),
                venster.VanDatum == DateOnly.MinValue ? null : venster.VanDatum,
                venster.TotEnMetDatum,
                [.. from row in rows
                    let cijfer = row.Of(moment)
                    where cijfer is not null
                    select new Polsantwoord(Words.Read<Onderwerp>(row.Onderwerp), cijfer.Value)]);

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, sleutel) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();

        await DeelnameStore.WithdrawAsync(
            await work.OpenAsync(http.RequestAborted), deelnemer.Deelname, NederlandseTijd.DayOf(clock.GetUtcNow()), http.RequestAborted);
        return TypedResults.NoContent();
    }
}
