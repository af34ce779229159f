using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Afspraken;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>An acceptance needs no words.</summary>
public sealed record AcceptMatchRequest;

internal static class AcceptMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/aanvaarding", HandleAsync)
        .WithSummary("De helper zegt ja")
        .WithDescription(
            "Er komt een afspraak voor elke beurt van het voorstel die nog een helper zoekt; het antwoord is de eerste. Andere voorstellen waarvoor "
            + "geen plek meer over is vervallen.")
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

        var now = clock.GetUtcNow();
        if (hulpvraag.StatusValue is not HulpvraagStatus.Open
            || await VraagbeeldStore.FindAsync(connection, hulpvraag, Patroon.MaximumBeurten, now, cancellationToken) is not { } vraag)
        {
            return HulpvraagFailures.NotOpen.ToProblem();
        }

        // Two acceptances of one helper for different hulpvragen meet here, so that the second sees the first.
        await HelperStore.LockAsync(connection, voorstel.HelperId, cancellationToken);
        if (await ProfielStore.FindAsync(connection, hulpvraag.PartnerId, voorstel.HelperId, now, cancellationToken) is not { } helper)
        {
            return MatchingFailures.NoTime.ToProblem("De helper heeft zich afgemeld.");
        }

        var starts = (await VoorstelStore.BeurtenAsync(connection, id, cancellationToken)).ToDictionary(beurt => beurt.BeurtId, beurt => Moment.MinuteOf(beurt.BegintOp));
        var eligibility = new Eligibility(vraag, Plaatsen.Reistijd, Matchingregels.Default, now);
        var (plan, obstakel) = eligibility.Still(helper, starts);
        if (obstakel is { } obstacle)
        {
            return MatchingFailures.NoTime.ToProblem(eligibility.Describe(obstacle, helper).Tekst);
        }

        var first = await PlanAsync(connection, voorstel, hulpvraag, helper, [.. plan.Momenten.Select(moment => (vraag.Bezoeken[moment.Bezoek], moment.Start))], now, cancellationToken);
        await VoorstelStore.AnswerAsync(connection, id, VoorstelStatus.Aanvaard, null, now, cancellationToken);
        await VoorstelStore.LapseFilledAsync(connection, hulpvraag.Id, now, cancellationToken);
        var (_, version) = await HulpvraagStore.FollowAsync(connection, hulpvraag.Id, now, cancellationToken);
        work.Publish(ToEvent(first, hulpvraag, version));
        return TypedResults.Created($"/support/v1/afspraken/{first.Id}", first.ToResponse());
    }

    /// <summary>Makes the appointments, also those of the maatje, and returns the first.</summary>
    private static async Task<AfspraakRow> PlanAsync(
        NpgsqlConnection connection,
        VoorstelRow voorstel,
        HulpvraagRow hulpvraag,
        Profiel helper,
        IReadOnlyList<(Bezoek Bezoek, int Start)> momenten,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        AfspraakRow? first = null;
        foreach (var (bezoek, start) in momenten)
        {
            var afspraak = ToRow(voorstel, bezoek, start, helper.HelperId, now);
            if (!await AfspraakStore.TryInsertAsync(connection, hulpvraag.PartnerId, afspraak, isMaatje: false, cancellationToken))
            {
                throw new InvalidOperationException("An open beurt of a locked hulpvraag has a free plek.");
            }

            first ??= afspraak;
            if (helper.Maatje is { } maatje)
            {
                await AfspraakStore.TryInsertAsync(
                    connection, hulpvraag.PartnerId, ToRow(voorstel, bezoek, start, maatje.HelperId, now), isMaatje: true, cancellationToken);
            }
        }

        return first!;
    }

    private static AfspraakRow ToRow(VoorstelRow voorstel, Bezoek bezoek, int start, Guid helperId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HulpvraagId = voorstel.HulpvraagId,
        VoorstelId = voorstel.Id,
        HelperId = helperId,
        DuurMinuten = bezoek.DurationMinutes,
        BegintOp = Moment.Of(start),
        Status = Words<AfspraakStatus>.Of(Afspraak.Planned.Status),
        Version = 1,
        AangemaaktOp = now,
        BeurtId = bezoek.BeurtId,
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
