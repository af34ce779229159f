using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Who comes, and what they would like to taste.</summary>
public sealed record RouteRequest(
    [property: Description("Persoon van Identity; laat weg bij een gast.")] Guid? PersoonId = null,
    [property: Description("Wie zonder account meedoet; laat weg bij een persoon.")] Gastgegevens? Gast = null,
    [property: Description("Hoe de inschrijving binnenkwam; web als u niets zegt.")] Aanmeldkanaal? Kanaal = null,
    [property: MaxLength(6), Description("Dimensies die de bewoner graag in de route heeft.")] IReadOnlyList<Dimensie>? Dimensies = null,
    [property: MaxLength(12), Description("Activiteiten die de bewoner graag in de route heeft.")] IReadOnlyList<Guid>? ActiviteitIds = null,
    [property: MinLength(1), MaxLength(Programmavraag.MaximumRondes), Description("Rondes waarin de bewoner er is; alle als u niets zegt.")] IReadOnlyList<int>? Rondes = null,
    [property: MinLength(1), MaxLength(Programmavraag.MaximumRondes), Description("Zelf gekozen proeven, ten hoogste één per ronde; dan tellen de wensen niet.")]
    IReadOnlyList<Guid>? SessieIds = null);

/// <summary><c>POST /proeverijen/{id}/routes</c>: a resident registers and gets a personal route.</summary>
internal static class RegisterRoute
{
    /// <summary>Guests are known this long after the proeverij, so that it shows whether they came back.</summary>
    private static readonly TimeSpan GastKept = TimeSpan.FromDays(12 * 7);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/routes", Handle)
        .WithSummary("Inschrijven met een eigen route")
        .WithDescription(
            "Geeft een bewoner een route: ten hoogste één proef per ronde en geen activiteit twee keer, met zoveel mogelijk van de wensen, dan "
            + "zoveel mogelijk verschillende dimensies, dan wat het minst vol is. Of neemt de proeven die zelf zijn gekozen. Alle plaatsen "
            + "worden tegelijk vastgelegd, of geen. Aan de deur kan het ook: dan met de rondes die nog moeten beginnen.")
        .MayFail(ProeverijFailures.Unknown, RouteFailures.NotOpen, RouteFailures.AlreadyRegistered, RouteFailures.NoPlace, RouteFailures.ProefInvalid)
        .MayFail(DeelnameFailures.PersoonOrGast, DeelnameFailures.PersoonRemoved, DeelnameFailures.AlreadyRegistered, DeelnameFailures.Full)
        .MayFail(FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<RouteAnswer>, ProblemHttpResult>> Handle(
        Guid id, RouteRequest request, HttpContext http, UnitOfWork work, Routeboek routeboek, TimeProvider clock)
    {
        if ((request.PersoonId is null) == (request.Gast is null))
            return DeelnameFailures.PersoonOrGast.ToProblem();
        if (request.Gast is { } gast && (FreeText.Refuse(gast.Naam) ?? FreeText.Refuse(gast.BereikbaarOp)) is { } refused)
            return refused;

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ProeverijStore.HoldVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } proeverij)
            return ProeverijFailures.Unknown.ToProblem();
        if (proeverij.StatusValue != ProeverijStatus.InschrijvingOpen)
            return RouteFailures.NotOpen.ToProblem();
        // People before places: who is being forgotten at this moment is waited for without holding a place.
        if (request.PersoonId is { } persoonId && await PersoonStore.IsRemovedAsync(connection, persoonId, http.RequestAborted))
            return DeelnameFailures.PersoonRemoved.ToProblem();

        var now = clock.GetUtcNow();
        var wanted = new RouteRow
        {
            Id = Guid.CreateVersion7(now),
            ProeverijId = id,
            PartnerId = http.User.PartnerId(),
            PersoonId = request.PersoonId,
            GastId = await GastIdAsync(connection, request.Gast, http.User.PartnerId(), proeverij, now, http.RequestAborted),
            WensDimensies = Words.Of<Dimensie>([.. (request.Dimensies ?? []).Distinct()]),
            WensActiviteiten = [.. (request.ActiviteitIds ?? []).Distinct()],
            AangemaaktOp = now,
        };
        var (chosen, failure) = Choose(await routeboek.LockChoicesAsync(id, http.RequestAborted), request);
        if (failure is not null)
            return failure.ToProblem();
        var (route, occupied) = await routeboek.OpenAsync(wanted, http.RequestAborted);
        if (route is null)
            return occupied!.ToProblem();
        if (await routeboek.AddAsync(route, chosen, request.Kanaal ?? Aanmeldkanaal.Web, http.RequestAborted) is { } full)
            return full.ToProblem();
        return TypedResults.Created($"{http.Request.Path}/{route.Id}", await Routeboek.AnswerAsync(connection, route, http.RequestAborted));
    }

    private static (IReadOnlyList<Guid> Chosen, Failure? Failure) Choose(IReadOnlyList<Proefkeuze> choices, RouteRequest request)
    {
        if (request.SessieIds is { } own)
            return Handmatig(choices, own);
        var route = Routemaker.Make(
            choices.Where(choice => request.Rondes?.Contains(choice.Ronde) ?? true),
            new Proefwens(request.Dimensies ?? [], request.ActiviteitIds ?? []));
        return route.Count == 0 ? ([], RouteFailures.NoPlace) : ([.. route.Select(proef => proef.SessieId)], null);
    }

    /// <summary>What somebody chose themselves: tastings that are there, one a round, with a place.</summary>
    internal static (IReadOnlyList<Guid> Chosen, Failure? Failure) Handmatig(IReadOnlyList<Proefkeuze> choices, IReadOnlyList<Guid> sessieIds)
    {
        List<Proefkeuze> chosen = [.. choices.Where(choice => sessieIds.Contains(choice.SessieId))];
        if (chosen.Count != sessieIds.Count || chosen.DistinctBy(choice => choice.Ronde).Count() != chosen.Count)
            return ([], RouteFailures.ProefInvalid);
        return chosen.Exists(choice => choice.IsFull) ? ([], RouteFailures.NoPlace) : (sessieIds, null);
    }

    private static async Task<Guid?> GastIdAsync(
        NpgsqlConnection connection, Gastgegevens? gast, Guid partnerId, ProeverijRow proeverij, DateTimeOffset now, CancellationToken cancellationToken) =>
        gast is null
            ? null
            : await GastStore.SaveAsync(
                connection,
                new GastRow
                {
                    Id = Guid.CreateVersion7(now),
                    PartnerId = partnerId,
                    Naam = gast.Naam.Trim(),
                    BereikbaarOp = gast.BereikbaarOp.Trim().ToLowerInvariant(),
                    AangemaaktOp = now,
                    BewarenTot = proeverij.EindigtOp + GastKept,
                },
                cancellationToken);
}
