using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>What an aanbieder promises.</summary>
public sealed record ToezeggingRequest(
    [property: Required, MinLength(1), MaxLength(6), Description("Waarmee de aanbieder komt.")] IReadOnlyList<ToezeggingBody> Activiteiten,
    [property: MaxLength(Programmavraag.MaximumRondes), Description("Nummers van rondes waarin de aanbieder er niet is.")] IReadOnlyList<int>? NietInRondes = null,
    [property: Description("True als de rondes op elkaar moeten aansluiten.")] bool? Aansluitend = null);

/// <summary>One activity to taste.</summary>
public sealed record ToezeggingBody(
    [property: Description("Een gepubliceerde activiteit van deze aanbieder.")] Guid ActiviteitId,
    [property: Range(1, Programmavraag.MaximumRondes), Description("In hoeveel rondes.")] int AantalRondes,
    [property: Range(1, 1_000), Description("Hoeveel mensen er per keer kunnen proeven.")] int Capaciteit,
    [property: Range(10, 240), Description("Hoe lang één keer duurt.")] int DuurMinuten,
    [property: Description("Wat voor ruimte nodig is; laat weg als het niet uitmaakt.")] Ruimtesoort? Ruimtesoort = null,
    [property: Description("True als de ruimte met een rolstoel bereikbaar moet zijn.")] bool? Rolstoel = null);

/// <summary><c>PUT /uitnodigingen/{id}/toezegging</c> and <c>POST /uitnodigingen/{id}/afzegging</c>: the aanbieder's partner answers.</summary>
internal static class AnswerUitnodiging
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/uitnodigingen/{id:guid}/toezegging", Promise)
            .WithName("PromiseProeven")
            .WithSummary("Toezeggen")
            .WithDescription("Voor een eigen aanbieder. Een nieuwe toezegging vervangt de vorige, en haalt die uit een programma dat al was samengesteld.")
            .MayFail(UitnodigingFailures.Unknown, UitnodigingFailures.AnswerNotPossible, UitnodigingFailures.ActiviteitInvalid)
            .MayFail(UitnodigingFailures.RondeInvalid, UitnodigingFailures.TooMany, ProeverijFailures.OverBudget);
        api.MapPost("/uitnodigingen/{id:guid}/afzegging", Decline)
            .WithName("DeclineUitnodiging")
            .WithSummary("Afzeggen")
            .WithDescription("Voor een eigen aanbieder, tot het programma is vastgesteld. De kosten komen terug in het budget.")
            .MayFail(UitnodigingFailures.Unknown, UitnodigingFailures.AnswerNotPossible);
    }

    private static async Task<Results<Ok<UitnodigingAnswer>, ProblemHttpResult>> Promise(
        Guid id, ToezeggingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (connection, uitnodiging, proeverij) = await TakeAsync(http, work, id);
        if (uitnodiging is null || proeverij is null)
            return (uitnodiging is null ? UitnodigingFailures.Unknown : UitnodigingFailures.AnswerNotPossible).ToProblem();
        if (await RefuseAsync(connection, uitnodiging, request, http.RequestAborted) is { } failure)
            return failure.ToProblem();
        // Who said no and now says yes takes the money again.
        if (uitnodiging.Status == Words.Of(Uitnodigingstatus.Afgezegd) && proeverij.KostenCenten + uitnodiging.KostenCenten > proeverij.BudgetCenten)
            return ProeverijFailures.OverBudget.ToProblem();

        var now = clock.GetUtcNow();
        var answered = uitnodiging with
        {
            Status = Words.Of(Uitnodigingstatus.Toegezegd),
            NietInRondes = [.. (request.NietInRondes ?? []).Distinct().Order()],
            Aansluitend = request.Aansluitend ?? false,
            BeantwoordOp = now,
        };
        await UitnodigingStore.AnswerAsync(connection, answered, [.. request.Activiteiten.Select(body => RowOf(uitnodiging, body, now))], http.RequestAborted);
        return TypedResults.Ok(UitnodigingAnswer.Of(
            answered, await UitnodigingStore.ToezeggingenAsync(connection, proeverij.Id, [id], http.RequestAborted)));
    }

    private static async Task<Results<Ok<UitnodigingAnswer>, ProblemHttpResult>> Decline(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (connection, uitnodiging, proeverij) = await TakeAsync(http, work, id);
        if (uitnodiging is null || proeverij is null)
            return (uitnodiging is null ? UitnodigingFailures.Unknown : UitnodigingFailures.AnswerNotPossible).ToProblem();

        var answered = uitnodiging with { Status = Words.Of(Uitnodigingstatus.Afgezegd), BeantwoordOp = clock.GetUtcNow() };
        await UitnodigingStore.AnswerAsync(connection, answered, [], http.RequestAborted);
        return TypedResults.Ok(UitnodigingAnswer.Of(answered, []));
    }

    // No proeverij: it is there, and takes no answers any more.
    private static async Task<(NpgsqlConnection Connection, UitnodigingRow? Uitnodiging, ProeverijRow? Proeverij)> TakeAsync(
        HttpContext http, UnitOfWork work, Guid id)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await UitnodigingStore.FindOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } found)
            return (connection, null, null);
        var proeverij = await ProeverijStore.LockAsync(connection, found.ProeverijId, http.RequestAborted);
        // Read again under the lock: the coordinator may have withdrawn it.
        var uitnodiging = (await UitnodigingStore.FindAsync(connection, found.ProeverijId, id, http.RequestAborted))!;
        var open = Proeverijloop.After(proeverij!.StatusValue, Proeverijstap.Uitnodigen) is not null
            && uitnodiging.Status != Words.Of(Uitnodigingstatus.Ingetrokken);
        return (connection, uitnodiging, open ? proeverij : null);
    }

    private static async Task<Failure?> RefuseAsync(
        NpgsqlConnection connection, UitnodigingRow uitnodiging, ToezeggingRequest request, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. request.Activiteiten.Select(activiteit => activiteit.ActiviteitId).Distinct()];
        if (ids.Length != request.Activiteiten.Count
            || await UitnodigingStore.CountOfferedAsync(connection, uitnodiging.AanbiederId, ids, cancellationToken) != ids.Length)
        {
            return UitnodigingFailures.ActiviteitInvalid;
        }

        var rondes = (await IndelingStore.RondesAsync(connection, uitnodiging.ProeverijId, cancellationToken)).Count;
        if ((request.NietInRondes ?? []).Any(nummer => nummer < 1 || nummer > rondes))
            return UitnodigingFailures.RondeInvalid;
        var others = (await UitnodigingStore.ToezeggingenAsync(connection, uitnodiging.ProeverijId, null, cancellationToken))
            .Count(other => other.UitnodigingId != uitnodiging.Id);
        return others + ids.Length > Programmavraag.MaximumToezeggingen ? UitnodigingFailures.TooMany : null;
    }

    private static ToezeggingRow RowOf(UitnodigingRow uitnodiging, ToezeggingBody body, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProeverijId = uitnodiging.ProeverijId,
        UitnodigingId = uitnodiging.Id,
        AanbiederId = uitnodiging.AanbiederId,
        ActiviteitId = body.ActiviteitId,
        AantalRondes = body.AantalRondes,
        Capaciteit = body.Capaciteit,
        DuurMinuten = body.DuurMinuten,
        Ruimtesoort = body.Ruimtesoort is { } soort ? Words.Of(soort) : null,
        Rolstoel = body.Rolstoel ?? false,
    };
}
