using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Afspraken;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>An acceptance needs no words.</summary>
public sealed record AcceptMatchRequest;

internal static class AcceptMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/aanvaarding", HandleAsync)
        .WithSummary("De helper zegt ja")
        .WithDescription("Er komt een afspraak. Het eerste ja telt: andere voorstellen bij dezelfde hulpvraag vervallen.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<AfspraakResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AcceptMatchRequest? request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = request;
        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockOfVoorstelAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } hulpvraag
            || await VoorstelStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } voorstel)
        {
            return MatchingFailures.Unknown.ToProblem();
        }

        if (voorstel.StatusValue is not VoorstelStatus.Voorgesteld)
        {
            return MatchingFailures.Answered.ToProblem($"Het voorstel is {voorstel.Status}.");
        }

        if (hulpvraag.StatusValue is not HulpvraagStatus.Open)
        {
            return HulpvraagFailures.NotOpen.ToProblem();
        }

        // Two acceptances of one helper for different hulpvragen meet here, so that the second sees the first.
        await HelperStore.LockAsync(connection, voorstel.HelperId, cancellationToken);
        var helper = await KandidaatStore.FindAsync(connection, hulpvraag, voorstel.HelperId, cancellationToken);
        if (helper is null)
        {
            return MatchingFailures.NoTime.ToProblem("De helper heeft zich afgemeld.");
        }

        if (Eligibility.WhyNoTime(helper, hulpvraag.DuurMinuten) is { } obstacle)
        {
            return MatchingFailures.NoTime.ToProblem(obstacle.Tekst);
        }

        var now = clock.GetUtcNow();
        var afspraak = Plan(voorstel, hulpvraag, now);
        await AfspraakStore.InsertAsync(connection, hulpvraag.PartnerId, afspraak, cancellationToken);
        await VoorstelStore.AnswerAsync(connection, id, VoorstelStatus.Aanvaard, null, now, cancellationToken);
        await VoorstelStore.LapseAsync(connection, hulpvraag.Id, now, cancellationToken);
        var version = await HulpvraagStore.MoveAsync(connection, hulpvraag.Id, HulpvraagStatus.Gepland, cancellationToken);
        work.Publish(ToEvent(afspraak, hulpvraag, version));
        return TypedResults.Created($"/support/v1/afspraken/{afspraak.Id}", afspraak.ToResponse());
    }

    private static AfspraakRow Plan(VoorstelRow voorstel, HulpvraagRow hulpvraag, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HulpvraagId = hulpvraag.Id,
        VoorstelId = voorstel.Id,
        HelperId = voorstel.HelperId,
        DuurMinuten = hulpvraag.DuurMinuten,
        BegintOp = hulpvraag.BegintOp,
        Status = Words<AfspraakStatus>.Of(Afspraak.Planned.Status),
        Version = 1,
        AangemaaktOp = now,
    };

    private static MatchAccepted ToEvent(AfspraakRow afspraak, HulpvraagRow hulpvraag, long version) => new()
    {
        AfspraakId = afspraak.Id,
        VoorstelId = afspraak.VoorstelId,
        HulpvraagId = hulpvraag.Id,
        HelperId = afspraak.HelperId,
        Version = version,
        PartnerId = hulpvraag.PartnerId,
        DurationMinutes = afspraak.DuurMinuten,
        BegintOp = afspraak.BegintOp,
        OpgetredenOp = afspraak.AangemaaktOp,
    };
}
