using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>For whom somebody agrees.</summary>
public sealed record InstemmingRequest(
    [property: Description("De eigen leverancier waarvoor u antwoordt. Laat weg als u voor het bedrijf antwoordt.")] Guid? LeverancierId = null);

/// <summary>For whom somebody does not agree, and why.</summary>
public sealed record AfwijzingRequest(
    [property: Description("Waarom niet.")] Afwijsreden Reden,
    [property: StringLength(500, MinimumLength = 1), Description("Toelichting; nodig bij anders. Noem geen personen.")] string? Toelichting = null,
    [property: Description("De eigen leverancier waarvoor u antwoordt. Laat weg als u voor het bedrijf antwoordt.")] Guid? LeverancierId = null);

/// <summary><c>POST …/instemming</c> and <c>/afwijzing</c>: company and suppliers answer to a version, each for itself.</summary>
internal static class AnswerVersie
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/programmas/{id:guid}/versies/{versie:int}/instemming", Agree)
            .WithName("AgreeVersie")
            .WithSummary("Instemmen met een versie")
            .WithDescription(
                "Voor het bedrijf, of voor een eigen leverancier met een module. Niemand stemt voor een ander in, ook de coördinator niet. Met de laatste "
                + "instemming geldt de versie: leveranciers zijn dan geboekt, en een eerdere versie is vervangen. Wie instemde blijft dat doen.")
            .MayFail(ProgrammaFailures.Step)
            .MayFail(ProgrammaFailures.VersionUnknown, ProgrammaFailures.NotProposed, ProgrammaFailures.AgreedBefore, ProgrammaFailures.LeverancierTaken)
            .MayFail(PlanFailures.ProposalOutdated);
        api.MapPost("/programmas/{id:guid}/versies/{versie:int}/afwijzing", Refuse)
            .WithName("RefuseVersie")
            .WithSummary("Een versie afwijzen")
            .WithDescription("Voor het bedrijf, of voor een eigen leverancier met een module, met een reden. Daarna kan een nieuwe versie worden opgesteld.")
            .MayFail(ProgrammaFailures.Step)
            .MayFail(ProgrammaFailures.VersionUnknown, ProgrammaFailures.NotProposed, ProgrammaFailures.AgreedBefore, ProgrammaFailures.WhyMissing)
            .MayFail(FreeText.HoldsBsn, FreeText.Unreadable);
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Agree(
        Guid id, int versie, InstemmingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Instemmen(versie), request.LeverancierId);
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await GateAsync(connection, inzage, next, versie, now, http.RequestAborted) is { } closed)
            return closed;
        var answer = new InstemmingRow { Versie = versie, LeverancierId = request.LeverancierId, Besluit = VersieStore.Agreed, BeslotenOp = now };
        await VersieStore.AnswerAsync(connection, Guid.CreateVersion7(now), id, answer, http.User.PartnerId(), http.RequestAborted);
        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }

    // Nobody agrees to what cannot be; and who agrees last books everybody.
    private static async Task<ProblemHttpResult?> GateAsync(
        NpgsqlConnection connection, Programmainzage inzage, Programmastand next, int versie, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = inzage.Row.Id;
        var inhoud = (await InhoudStore.FindAsync(connection, id, versie, cancellationToken))!;
        if (await Voorstelpoort.JudgeAsync(connection, inzage, inhoud, now, cancellationToken) is not null)
            return PlanFailures.ProposalOutdated.ToProblem();
        if (await Voorstelpoort.RefuseTakenAsync(connection, id, versie, cancellationToken) is { } taken)
            return taken;
        var isLast = next.GeldendeVersie == versie;
        return isLast && !await Voorstelpoort.TryBookAsync(connection, id, inhoud, _ => true, now, cancellationToken)
            ? ProgrammaFailures.LeverancierTaken.ToProblem()
            : null;
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Refuse(
        Guid id, int versie, AfwijzingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (FreeText.Refuse(request.Toelichting) is { } unfit)
            return unfit;
        if (request is { Reden: Afwijsreden.Anders, Toelichting: null })
            return ProgrammaFailures.WhyMissing.ToProblem();
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Afwijzen(versie), request.LeverancierId);
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var answer = new InstemmingRow
        {
            Versie = versie,
            LeverancierId = request.LeverancierId,
            Besluit = VersieStore.Refused,
            Reden = Words.Of(request.Reden),
            Toelichting = request.Toelichting,
            BeslotenOp = now,
        };
        await VersieStore.AnswerAsync(
            await work.OpenAsync(http.RequestAborted), Guid.CreateVersion7(now), id, answer, http.User.PartnerId(), http.RequestAborted);
        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }
}
