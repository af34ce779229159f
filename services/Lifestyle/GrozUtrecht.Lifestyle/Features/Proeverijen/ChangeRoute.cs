using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The tastings that a route is to have.</summary>
public sealed record ChangeRouteRequest(
    [property: Required, MaxLength(Programmavraag.MaximumRondes), Description("Ten hoogste één per ronde; leeg meldt de bewoner voor alles af.")]
    IReadOnlyList<Guid> SessieIds,
    [property: Description("Hoe de wijziging binnenkwam; web als u niets zegt.")] Aanmeldkanaal? Kanaal = null);

/// <summary><c>PUT /proeverijen/{id}/routes/{routeId}/proeven</c>: a resident chooses otherwise, or does not come after all.</summary>
internal static class ChangeRoute
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/proeverijen/{id:guid}/routes/{routeId:guid}/proeven", Handle)
        .WithSummary("Route wijzigen")
        .WithDescription(
            "Zet in de route precies deze proeven: wat erbij komt wordt ingeschreven en wat eruit gaat afgemeld, alles tegelijk of niets. "
            + "Rondes die al begonnen blijven zoals ze zijn.")
        .MayFail(RouteFailures.Unknown, RouteFailures.NotOpen, RouteFailures.NoPlace, RouteFailures.ProefInvalid)
        .MayFail(DeelnameFailures.PersoonRemoved, DeelnameFailures.Full, DeelnameFailures.NotActive);

    private static async Task<Results<Ok<RouteAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid routeId, ChangeRouteRequest request, HttpContext http, UnitOfWork work, Routeboek routeboek, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ProeverijStore.HoldVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } proeverij
            || await RouteStore.FindAsync(connection, id, routeId, http.User.PartnerId(), http.RequestAborted) is not { } route)
        {
            return RouteFailures.Unknown.ToProblem();
        }

        if (proeverij.StatusValue != ProeverijStatus.InschrijvingOpen)
            return RouteFailures.NotOpen.ToProblem();
        if (route.PersoonId is { } persoonId && await PersoonStore.IsRemovedAsync(connection, persoonId, http.RequestAborted))
            return DeelnameFailures.PersoonRemoved.ToProblem();
        if (route.PersoonId is null && route.GastId is null)
            return RouteFailures.Unknown.ToProblem();

        var choices = await routeboek.LockChoicesAsync(id, http.RequestAborted);
        var now = clock.GetUtcNow();
        var current = await RouteStore.ProevenAsync(connection, [routeId], http.RequestAborted);
        List<RouteproefRow> open = [.. current.Where(proef => proef.BegintOp > now && proef.Status == Words.Of(Deelnamestatus.Aangemeld))];
        List<Guid> asked = [.. request.SessieIds.Except(current.Except(open).Select(proef => proef.SessieId))];
        List<Guid> added = [.. asked.Except(open.Select(proef => proef.SessieId))];
        var (_, failure) = RegisterRoute.Handmatig([.. choices.Select(choice => added.Contains(choice.SessieId) ? choice : choice with { Bezet = 0 })], asked);
        if (failure is not null)
            return failure.ToProblem();

        var refused = await routeboek.DropAsync(route, open.Where(proef => !asked.Contains(proef.SessieId)), http.RequestAborted)
            ?? await routeboek.AddAsync(route, added, request.Kanaal ?? Aanmeldkanaal.Web, http.RequestAborted);
        return refused is null
            ? TypedResults.Ok(await Routeboek.AnswerAsync(connection, route, http.RequestAborted))
            : refused.ToProblem();
    }
}
