using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
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

        var now = clock.GetUtcNow();
        await HelperStore.LockAsync(connection, request.HelperId, cancellationToken);
        if (await ProfielStore.FindAsync(connection, hulpvraag.PartnerId, request.HelperId, now, cancellationToken) is not { } helper)
        {
            return MatchingFailures.HelperUnknown.ToProblem();
        }

        if (await VraagbeeldStore.FindAsync(connection, hulpvraag, Patroon.MaximumBeurten, now, cancellationToken) is not { } vraag)
        {
            return HulpvraagFailures.NotOpen.ToProblem("Er is geen beurt meer die een helper zoekt.");
        }

        var regels = await MatchingregelsStore.OfPostcodeAsync(connection, hulpvraag.PartnerId, hulpvraag.Postcode, cancellationToken);
        var eligibility = new Eligibility(vraag, Plaatsen.Reistijd, regels, now);
        var (obstakel, plan) = eligibility.Check(helper);
        if (obstakel is { } obstacle)
        {
            return MatchingFailures.HelperUnfit.ToProblem(eligibility.Describe(obstacle, helper).Tekst);
        }

        var scoring = new Scoring(vraag, Plaatsen.Reistijd, regels, now);
        var punten = scoring.Score(helper, plan);
        var voorstel = ToRow(id, helper.HelperId, punten.Score, scoring.Explain(helper, plan, punten), now) with { RegelsVersie = regels.Versie };
        var beurten = plan.Momenten.Select(moment => new VoorgesteldeBeurt { BeurtId = vraag.Bezoeken[moment.Bezoek].BeurtId, BegintOp = Moment.Of(moment.Start) });
        await VoorstelStore.InsertAsync(connection, hulpvraag.PartnerId, voorstel, [.. beurten], cancellationToken);
        await HelperStore.MarkAskedAsync(connection, request.HelperId, now, cancellationToken);
        work.Publish(ToEvent(voorstel, hulpvraag));
        return TypedResults.Created($"/support/v1/voorstellen/{voorstel.Id}", voorstel.ToResponse());
    }

    private static VoorstelRow ToRow(Guid hulpvraagId, Guid helperId, int score, IReadOnlyList<Reden> redenen, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HulpvraagId = hulpvraagId,
        HelperId = helperId,
        Status = Words<VoorstelStatus>.Of(VoorstelStatus.Voorgesteld),
        Score = score,
        Redenen = JsonSerializer.Serialize(RedenResponse.Of(redenen), JsonSerializerOptions.Web),
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
