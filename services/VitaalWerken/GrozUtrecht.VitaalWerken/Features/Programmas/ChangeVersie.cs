using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>PUT /programmas/{id}/versies/{versie}</c>: replaces what a concept consists of.</summary>
internal static class ChangeVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/programmas/{id:guid}/versies/{versie:int}", Handle)
        .WithSummary("Concept van een versie vervangen")
        .WithDescription(
            "Door het bedrijf of de coördinator. Vervangt de hele inhoud; alleen een concept verandert. Neem de sleutel over van sessies die blijven. "
            + "Stuur in If-Match de ETag van het programma.")
        .MayFail(ProgrammaFailures.Step)
        .MayFail(ProgrammaFailures.VersionUnknown, ProgrammaFailures.NotConcept)
        .MayFail(PlanFailures.Concept);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(
        Guid id, int versie, VersieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (RefuseText(request) is { } unfit)
            return unfit;
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        // Whether this caller may write at all, before anything is said of what it wrote.
        if (Programmaboek.Do(inzage, new Programmastap.Wijzigen(versie, [])).Refusal is { } forbidden)
            return forbidden;

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var (inhoud, failure) = await ReadAsync(connection, inzage.Row, request, now, http.RequestAborted);
        if (inhoud is null)
            return failure!.ToProblem();
        if (Programmaplan.Judge(inhoud) is { } bezwaar)
            return bezwaar.ToProblem();

        var (next, _) = Programmaboek.Do(inzage, new Programmastap.Wijzigen(versie, [.. inhoud.Modules.Select(module => module.LeverancierId)]));
        await InhoudStore.ReplaceAsync(connection, id, versie, inhoud, now, http.RequestAborted);
        return await Programmaboek.SaveAsync(http, work, inzage, next!, now);
    }

    private static ProblemHttpResult? RefuseText(VersieRequest request) => FreeText.Refuse(
    [
        .. request.Modules.SelectMany(module => new[] { module.Titel, module.InNatura, module.Vrijstelling?.Toelichting }),
        .. request.Modules.SelectMany(module => module.Sessies).Select(sessie => sessie.Locatie),
    ]);

    // What was written, with what the couplings say; or what it refers to and is not there.
    private static async Task<(Versieinhoud? Inhoud, Failure? Failure)> ReadAsync(
        NpgsqlConnection connection, ProgrammaRow programma, VersieRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var koppelingen = await PlanfeitenStore.KoppelingenAsync(
            connection, programma.BedrijfId, request.Modules.Select(module => module.KoppelingId), cancellationToken);
        if (!request.Modules.All(module => koppelingen.ContainsKey(module.KoppelingId)))
            return (null, PlanFailures.KoppelingInvalid);
        var sleutels = await PlanfeitenStore.SleutelsAsync(connection, programma.Id, cancellationToken);
        var isKnown = request.Modules.All(module => module.Sessies.All(sessie =>
            sessie.Sleutel is not { } sleutel || sleutels[sleutel].Contains(koppelingen[module.KoppelingId].OnderwerpValue)));
        return isKnown
            ? (new(request.BeginDatum, request.EindDatum, [.. request.Modules.Select((module, index) => ModuleOf(module, index + 1, koppelingen[module.KoppelingId], now))]), null)
            : (null, PlanFailures.SleutelUnknown);
    }

    private static Versiemodule ModuleOf(ModuleBody body, int nummer, Koppelingfeit koppeling, DateTimeOffset now) => new()
    {
        Nummer = nummer,
        KoppelingId = koppeling.Id,
        AanbodId = koppeling.AanbodId,
        LeverancierId = koppeling.LeverancierId,
        Onderwerp = koppeling.OnderwerpValue,
        Titel = body.Titel,
        GroepMinimum = body.GroepMinimum,
        GroepMaximum = body.GroepMaximum,
        PrijsCenten = body.PrijsCenten,
        InNatura = body.InNatura,
        Vrijstelling = body.Vrijstelling is { } note ? new(note.Arboplicht, note.OpDeWerkplek, note.EigenBijdrage, note.Toelichting) : null,
        Sessies = [.. body.Sessies.Select(sessie => SessieOf(sessie, now))],
    };

    private static Versiesessie SessieOf(SessieBody body, DateTimeOffset now) => new(
        body.Sleutel ?? Guid.CreateVersion7(now), Minute(body.BegintOp), Minute(body.EindigtOp), body.Locatie, body.Capaciteit);

    private static DateTimeOffset Minute(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
