using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Who stands at the door.</summary>
public sealed record CheckInRouteRequest(
    [property: Required, StringLength(12, MinimumLength = Incheckcode.Length), Description("De code van de route.")] string Code,
    [property: MinLength(1), MaxLength(Programmavraag.MaximumRondes), Description("Alleen deze rondes; de hele route als u niets zegt.")]
    IReadOnlyList<int>? Rondes = null);

/// <summary><c>POST /proeverijen/{id}/aanwezigheden</c>: somebody comes in with a route.</summary>
internal static class CheckInRoute
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/aanwezigheden", Handle)
        .WithSummary("Inchecken met een route")
        .WithDescription(
            "Schrijft voor alle proeven van de route op dat de bewoner er is, of voor de genoemde rondes. Vanaf een uur voor de proeverij tot zij is "
            + $"afgesloten, en ten hoogste {Inchecken.DaysAfterEnd} dagen erna. Nog eens inchecken verandert niets. Per proef kan het ook, bij de sessie zelf.")
        .MayFail(RouteFailures.Unknown, RouteFailures.NotOpen, RouteFailures.TooEarly, RouteFailures.TooLate);

    private static async Task<Results<Ok<RouteAnswer>, ProblemHttpResult>> Handle(
        Guid id, CheckInRouteRequest request, HttpContext http, UnitOfWork work, Aanwezigheid aanwezigheid, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ProeverijStore.HoldVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } proeverij
            || await RouteStore.FindByCodeAsync(connection, id, Incheckcode.Read(request.Code), http.User.PartnerId(), http.RequestAborted) is not { } route)
        {
            return RouteFailures.Unknown.ToProblem();
        }

        if (RefuseMoment(proeverij, clock.GetUtcNow()) is { } failure)
            return failure.ToProblem();

        List<RouteproefRow> proeven =
        [
            .. (await RouteStore.ProevenAsync(connection, [route.Id], http.RequestAborted))
                .Where(proef => request.Rondes?.Contains(proef.Ronde) ?? true)
                .OrderBy(proef => proef.SessieId),
        ];
        // All sessions before anything that hangs on one of them, such as a budget.
        await SessiefeitenStore.LockAllAsync(connection, [.. proeven.Select(proef => proef.SessieId)], http.RequestAborted);
        foreach (var proef in proeven)
        {
            var sessie = (await SessiefeitenStore.LockAsync(connection, proef.SessieId, http.RequestAborted))!;
            await aanwezigheid.CheckInAsync(sessie, [new Incheckverzoek(proef.DeelnameId, null, null)], http.RequestAborted);
        }

        return TypedResults.Ok(await Routeboek.AnswerAsync(connection, route, http.RequestAborted));
    }

    // The door of the proeverij, not of each tasting: who comes in at the beginning comes for the last round too.
    private static Failure? RefuseMoment(ProeverijRow proeverij, DateTimeOffset now)
    {
        if (proeverij.StatusValue == ProeverijStatus.Afgesloten || now > proeverij.EindigtOp.AddDays(Inchecken.DaysAfterEnd))
            return RouteFailures.TooLate;
        if (!Proeverijloop.IsPublic(proeverij.StatusValue))
            return RouteFailures.NotOpen;
        return now < proeverij.BegintOp - Inchecken.OpensBefore ? RouteFailures.TooEarly : null;
    }
}
