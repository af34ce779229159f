using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary><c>POST /inspiratiebijeenkomsten/{id}/sluiting</c>: a coordinator has the figures made before the seven days are over.</summary>
internal static class CloseBelangstelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/inspiratiebijeenkomsten/{id:guid}/sluiting", Handle)
        .WithSummary("Belangstelling sluiten")
        .WithDescription(
            "Alleen door een coördinator, na afloop. De cijfers worden een keer gemaakt en veranderen daarna niet meer; de antwoorden worden gewist. "
            + "Zeven dagen na de bijeenkomst gebeurt dit vanzelf.")
        .MayFail(
            InspiratieFailures.Unknown, RequestFailures.ScopeMissing, InspiratieFailures.NotOver, InspiratieFailures.StepNotPossible,
            InspiratieFailures.AlreadyClosed);

    private static async Task<Results<Ok<InspiratieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await EigenBijeenkomst.FindAsync(connection, id, http, isLocked: true) is not { } found)
            return InspiratieFailures.Unknown.ToProblem();
        if (found.Rol != Rol.Coordinator)
            return RequestFailures.ScopeMissing.ToProblem("Alleen een coördinator sluit de belangstelling eerder.");
        if (found.Row.StatusValue == InspiratieStatus.Afgelast)
            return InspiratieFailures.StepNotPossible.ToProblem("De bijeenkomst is afgelast.");
        if (found.Row.GeslotenOp is not null)
            return InspiratieFailures.AlreadyClosed.ToProblem();
        if (now < found.Row.EindigtOp)
            return InspiratieFailures.NotOver.ToProblem();
        var closed = await Belangstellingronde.CloseAsync(connection, found.Row, now, http.RequestAborted);
        return await EigenBijeenkomst.SaveAsync(http, work, closed, now);
    }
}
