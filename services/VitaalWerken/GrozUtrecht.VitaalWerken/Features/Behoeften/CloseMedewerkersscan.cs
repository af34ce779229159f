using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary><c>POST /bedrijven/{bedrijfId}/medewerkersscans/{id}/sluiting</c>: a coordinator closes a scan before its last day.</summary>
internal static class CloseMedewerkersscan
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{bedrijfId:guid}/medewerkersscans/{id:guid}/sluiting", Handle)
        .WithSummary("Medewerkersscan sluiten")
        .WithDescription("De cijfers worden een keer gemaakt en veranderen daarna nooit; de antwoorden en ongebruikte codes worden gewist.")
        .MayFail(BehoefteFailures.ScanUnknown, BehoefteFailures.CoordinatorOnly, BehoefteFailures.AlreadyClosed);

    private static async Task<Results<Ok<ScanAnswer>, ProblemHttpResult>> Handle(Guid bedrijfId, Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await EigenScan.FindAsync(connection, bedrijfId, id, http, isLocked: true) is not { } found)
            return BehoefteFailures.ScanUnknown.ToProblem();
        if (found.Rol != Rol.Coordinator)
            return BehoefteFailures.CoordinatorOnly.ToProblem();
        if (!found.Row.IsOpen)
            return BehoefteFailures.AlreadyClosed.ToProblem();
        var (closed, uitslag) = await Scanronde.CloseAsync(connection, found.Row, clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.Ok(ScanAnswer.Of(closed, found.Rol, uitslag));
    }
}
