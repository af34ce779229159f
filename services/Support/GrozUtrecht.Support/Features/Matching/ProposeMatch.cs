using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>Which helper to ask.</summary>
public sealed record ProposeMatchRequest([property: Description("Een helper van de eigen organisatie, meestal een kandidaat.")] Guid HelperId);

internal static class ProposeMatch
{
    private const int MaximumWaiting = 10;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen/{id:guid}/voorstellen", HandleAsync)
        .WithSummary("Vraag een helper voor een hulpvraag")
        .WithDescription("Een helper wordt hooguit een keer voor dezelfde hulpvraag gevraagd; er wachten hooguit 10 voorstellen tegelijk. Het eerste ja telt.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ProposeMatchRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } hulpvraag)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        if (hulpvraag.StatusValue is not HulpvraagStatus.Open)
        {
            return HulpvraagFailures.NotOpen.ToProblem();
        }

        if (await VoorstelStore.CountWaitingAsync(connection, id, cancellationToken) >= MaximumWaiting)
        {
            return MatchingFailures.TooMany.ToProblem("Wacht op een antwoord voordat u meer helpers vraagt.");
        }

        await HelperStore.LockAsync(connection, request.HelperId, cancellationToken);
        if (await KandidaatStore.FindAsync(connection, hulpvraag, request.HelperId, cancellationToken) is not { } kandidaat)
        {
            return MatchingFailures.HelperUnknown.ToProblem();
        }

        if (Eligibility.WhyNot(kandidaat, hulpvraag.DuurMinuten) is { } obstacle)
        {
            return MatchingFailures.HelperUnfit.ToProblem(obstacle.Tekst);
        }

        var now = clock.GetUtcNow();
        var voorstel = ToRow(id, Scoring.Score(kandidaat, now, ScoreWeights.Default), now);
        await VoorstelStore.InsertAsync(connection, hulpvraag.PartnerId, voorstel, cancellationToken);
        await HelperStore.MarkAskedAsync(connection, request.HelperId, now, cancellationToken);
        work.Publish(ToEvent(voorstel, hulpvraag));
        return TypedResults.Created($"/support/v1/voorstellen/{voorstel.Id}", voorstel.ToResponse());
    }

    private static VoorstelRow ToRow(Guid hulpvraagId, Match match, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HulpvraagId = hulpvraagId,
        HelperId = match.HelperId,
        Status = Words<VoorstelStatus>.Of(VoorstelStatus.Voorgesteld),
        Score = match.Score,
        Redenen = JsonSerializer.Serialize(RedenResponse.Of(match.Redenen), JsonSerializerOptions.Web),
        AangemaaktOp = now,
        BeantwoordOp = null,
    };

    private static MatchProposed ToEvent(VoorstelRow voorstel, HulpvraagRow hulpvraag) => new()
    {
        VoorstelId = voorstel.Id,
        HulpvraagId = hulpvraag.Id,
        HelperId = voorstel.HelperId,
        Version = hulpvraag.Version,
        PartnerId = hulpvraag.PartnerId,
        Score = voorstel.Score,
        OpgetredenOp = voorstel.AangemaaktOp,
    };
}
