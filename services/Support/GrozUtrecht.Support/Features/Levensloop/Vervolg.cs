using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>What follows when a helper falls away, or when time goes on: the next best, and at a dead end the buurtassistent.</summary>
internal sealed class Vervolg(UnitOfWork work, Zoektocht zoektocht, IOptions<LevensloopSettings> settings)
{
    /// <summary>Moves a locked open hulpvraag along; true when somebody was asked and there may be more to ask.</summary>
    public async Task<bool> ContinueAsync(HulpvraagRow hulpvraag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (hulpvraag.StatusValue is not HulpvraagStatus.Open)
        {
            return false;
        }

        var outcome = await SearchAsync(hulpvraag, now, cancellationToken);
        var connection = await work.OpenAsync(cancellationToken);
        if (hulpvraag is { UiterlijkOp: { } uiterlijkOp, GeescaleerdOp: null }
            && (uiterlijkOp <= now
                || (outcome is Zoekuitkomst.Nobody && await VoorstelStore.CountWaitingAsync(connection, hulpvraag.Id, cancellationToken) == 0)))
        {
            await EscalateAsync(hulpvraag, EscalatieReden.NobodyFound, isDeadEnd: true, now, cancellationToken);
        }

        return outcome is Zoekuitkomst.Asked;
    }

    /// <summary>Asks the next best helper when the platform does so for this hulpvraag.</summary>
    public async Task<Zoekuitkomst> SearchAsync(HulpvraagRow hulpvraag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!hulpvraag.Automatisch)
        {
            return Zoekuitkomst.Enough;
        }

        var outcome = await zoektocht.AskNextAsync(hulpvraag, now, cancellationToken);
        if (outcome is Zoekuitkomst.Enough or Zoekuitkomst.Nobody)
        {
            var connection = await work.OpenAsync(cancellationToken);
            await LevensloopStore.SearchAgainAsync(connection, hulpvraag.Id, now.AddMinutes(settings.Value.SearchAgainMinutes), cancellationToken);
        }

        return outcome;
    }

    /// <summary>
    /// Makes a hulpvraag a question for the buurtassistent. At a dead end it is remembered, so that this happens once until the hulpvraag
    /// opens again.
    /// </summary>
    public async Task EscalateAsync(HulpvraagRow hulpvraag, string reason, bool isDeadEnd, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var escalatie = await SocialeVraagStore.OpenForHulpvraagAsync(
            connection,
            hulpvraag.PartnerId,
            hulpvraag.Id,
            hulpvraag.Postcode,
            Words<Urgentie>.Read(hulpvraag.Urgentie),
            hulpvraag.PersoonId,
            reason,
            now,
            cancellationToken);
        var version = isDeadEnd ? await LevensloopStore.MarkEscalatedAsync(connection, hulpvraag.Id, now, cancellationToken) : hulpvraag.Version;
        if (!escalatie.IsNew)
        {
            return;
        }

        work.Publish(new HulpvraagEscalated
        {
            HulpvraagId = hulpvraag.Id,
            SocialeVraagId = escalatie.SocialeVraagId,
            Version = version,
            PartnerId = hulpvraag.PartnerId,
            Reden = reason,
            Postcode = hulpvraag.Postcode,
            BuurtassistentId = escalatie.BuurtassistentId,
            OpgetredenOp = now,
        });
    }
}
