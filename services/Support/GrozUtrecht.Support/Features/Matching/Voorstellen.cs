using System.Text.Json;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Hulpvragen;
using GrozUtrecht.Support.Features.Levensloop;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>Whom to ask, and what for.</summary>
internal sealed record Aanzoek(Guid HelperId)
{
    /// <summary>The run over a region that chose this helper.</summary>
    public Guid? MatchingrondeId { get; init; }

    /// <summary>Asked for these beurten only; null for every open one.</summary>
    public IReadOnlySet<Guid>? OnlyBeurten { get; init; }

    /// <summary>When each beurt would begin, in minutes of UTC, as a run planned it; null to let the helper's agenda say.</summary>
    public IReadOnlyDictionary<Guid, int>? Starts { get; init; }

    /// <summary>False for who may hold another helper already; then a helper who is held is refused as busy.</summary>
    public bool Wait { get; init; } = true;
}

/// <summary>What came of asking: a proposal, or why there is none.</summary>
internal sealed record Voorsteluitkomst(VoorstelRow? Voorstel, Failure? Failure = null, Reden? Reden = null)
{
    /// <summary>Somebody else holds the helper, and who asked would not wait; it is never an answer to a partner.</summary>
    public static readonly Voorsteluitkomst HelperBusy = new(null, null);

    public static Voorsteluitkomst Refused(Failure failure, Reden? reden = null) => new(null, failure, reden);
}

/// <summary>Asks helpers. The endpoint, the search for the next best and the run over a region all ask in this way.</summary>
internal sealed class Voorstellen(UnitOfWork work, IOptions<LevensloopSettings> settings)
{
    public const int MaximumWaiting = 10;

    /// <summary>Asks one helper for a locked hulpvraag, unless something came in the way since the helper was chosen.</summary>
    public async Task<Voorsteluitkomst> ProposeAsync(HulpvraagRow hulpvraag, Aanzoek aanzoek, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (hulpvraag.StatusValue is not HulpvraagStatus.Open)
        {
            return Voorsteluitkomst.Refused(HulpvraagFailures.NotOpen);
        }

        if (await VoorstelStore.CountWaitingAsync(connection, hulpvraag.Id, cancellationToken) >= MaximumWaiting)
        {
            return Voorsteluitkomst.Refused(MatchingFailures.TooMany);
        }

        if (!await HelperLock.TryTakeAsync(connection, aanzoek.HelperId, aanzoek.Wait, cancellationToken) && !aanzoek.Wait)
        {
            return Voorsteluitkomst.HelperBusy;
        }

        if (await ProfielStore.FindAsync(connection, hulpvraag.PartnerId, aanzoek.HelperId, now, cancellationToken) is not { } helper)
        {
            return Voorsteluitkomst.Refused(MatchingFailures.HelperUnknown);
        }

        var vraag = await VraagbeeldStore.FindAsync(connection, hulpvraag, Patroon.MaximumBeurten, now, cancellationToken);
        if (vraag is null || (vraag = Limit(vraag, aanzoek)).Bezoeken.Count == 0)
        {
            return Voorsteluitkomst.Refused(HulpvraagFailures.NotOpen);
        }

        return await InsertAsync(hulpvraag, vraag, helper, aanzoek, now, cancellationToken);
    }

    private async Task<Voorsteluitkomst> InsertAsync(
        HulpvraagRow hulpvraag, Vraagbeeld vraag, Profiel helper, Aanzoek aanzoek, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var regels = await MatchingregelsStore.OfPostcodeAsync(connection, hulpvraag.PartnerId, hulpvraag.Postcode, cancellationToken);
        var eligibility = new Eligibility(vraag, Plaatsen.Reistijd, regels, now);
        var (obstakel, plan) = eligibility.Check(helper);
        if (obstakel is null && aanzoek.Starts is { } starts)
        {
            (plan, obstakel) = eligibility.Still(helper, starts);
        }

        if (obstakel is { } obstacle)
        {
            return Voorsteluitkomst.Refused(MatchingFailures.HelperUnfit, eligibility.Describe(obstacle, helper));
        }

        var voorstel = ToRow(vraag, helper, plan, regels, now) with { MatchingrondeId = aanzoek.MatchingrondeId };
        await VoorstelStore.InsertAsync(connection, hulpvraag.PartnerId, voorstel, cancellationToken);
        await HelperStore.MarkAskedAsync(connection, helper.HelperId, now, cancellationToken);
        work.Publish(ToEvent(voorstel, hulpvraag));
        return new(voorstel);
    }

    private static Vraagbeeld Limit(Vraagbeeld vraag, Aanzoek aanzoek) => aanzoek.OnlyBeurten is null && aanzoek.Starts is null
        ? vraag
        : vraag with
        {
            Bezoeken = [.. vraag.Bezoeken.Where(bezoek =>
                aanzoek.OnlyBeurten?.Contains(bezoek.BeurtId) != false && aanzoek.Starts?.ContainsKey(bezoek.BeurtId) != false)],
        };

    private VoorstelRow ToRow(Vraagbeeld vraag, Profiel helper, Plan plan, Matchingregels regels, DateTimeOffset now)
    {
        var scoring = new Scoring(vraag, Plaatsen.Reistijd, regels, now);
        var punten = scoring.Score(helper, plan);
        var beurten = plan.Momenten.Select(moment => new VoorgesteldeBeurt(vraag.Bezoeken[moment.Bezoek].BeurtId, Moment.Of(moment.Start)))
            .OrderBy(beurt => beurt.BegintOp).ThenBy(beurt => beurt.BeurtId).ToList();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            HulpvraagId = vraag.HulpvraagId,
            HelperId = helper.HelperId,
            Status = Words<VoorstelStatus>.Of(VoorstelStatus.Voorgesteld),
            Score = punten.Score,
            Redenen = JsonSerializer.Serialize(RedenResponse.Of(scoring.Explain(helper, plan, punten)), JsonSerializerOptions.Web),
            AangemaaktOp = now,
            AntwoordVoorOp = settings.Value.ToAntwoordtermijnen().AnswerBy(vraag.Urgentie, beurten[0].BegintOp, now),
            RegelsVersie = regels.Versie,
            Beurten = AgendaJson.Write(beurten),
        };
    }

    private static MatchProposed ToEvent(VoorstelRow voorstel, HulpvraagRow hulpvraag) => new()
    {
        VoorstelId = voorstel.Id,
        HulpvraagId = hulpvraag.Id,
        HelperId = voorstel.HelperId,
        Version = hulpvraag.Version,
        PartnerId = hulpvraag.PartnerId,
        Score = voorstel.Score,
        AntwoordVoorOp = voorstel.AntwoordVoorOp,
        OpgetredenOp = voorstel.AangemaaktOp,
    };
}
