using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>POST /programmas/{id}/versies</c>: a new version to write in, as a copy.</summary>
internal static class DraftVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/programmas/{id:guid}/versies", Handle)
        .WithSummary("Nieuwe versie opstellen")
        .WithDescription(
            "Door het bedrijf of de coördinator, als er geen concept of voorstel is. De nieuwe versie is een kopie van de versie die geldt, of van de "
            + "laatste als er nog geen geldt. Wat geldt blijft gelden tot iedereen met de nieuwe versie instemt.")
        .MayFail(ProgrammaFailures.Step)
        .MayFail(ProgrammaFailures.StillOpen, ProgrammaFailures.TooManyVersions);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Opstellen());
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var inhoud = (await InhoudStore.FindAsync(connection, id, inzage.Dossier.Stand.Basis.Versie, http.RequestAborted))!;
        var versie = next.Versies[^1].Versie;
        await VersieStore.InsertAsync(connection, id, versie, inhoud.BeginDatum, inhoud.EindDatum, now, http.RequestAborted);
        await InhoudStore.ReplaceAsync(connection, id, versie, inhoud, now, http.RequestAborted);
        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }
}
