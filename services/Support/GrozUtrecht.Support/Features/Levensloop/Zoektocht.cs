using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>What came of looking for the next best helper.</summary>
internal enum Zoekuitkomst
{
    /// <summary>A helper was asked; perhaps one more is needed.</summary>
    Asked,

    /// <summary>Everything that is needed has been asked.</summary>
    Enough,

    /// <summary>The best ones are being changed, or were a moment ago; the next round tries again.</summary>
    Busy,

    /// <summary>There is nobody left to ask.</summary>
    Nobody,
}

/// <summary>Asks the next best helper for a hulpvraag that the platform fills by itself.</summary>
internal sealed class Zoektocht(UnitOfWork work, Voorstellen voorstellen, HelperIndex index)
{
    // A candidate may have been taken since the list was made; so many in a row means that the list is old.
    private const int MaximumAttempts = 5;

    /// <summary>Asks one helper for a locked hulpvraag, so that a transaction holds one helper and waits for none.</summary>
    public async Task<Zoekuitkomst> AskNextAsync(HulpvraagRow hulpvraag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var needed = (await LevensloopStore.UnaskedBeurtenAsync(connection, hulpvraag.Id, now, cancellationToken)).ToHashSet();
        if (needed.Count == 0)
        {
            return Zoekuitkomst.Enough;
        }

        var best = await RankAsync(connection, hulpvraag, needed, now, cancellationToken);
        foreach (var kandidaat in best)
        {
            var aanzoek = new Aanzoek(kandidaat.Profiel.HelperId) { OnlyBeurten = needed, Wait = false };
            var outcome = await voorstellen.ProposeAsync(hulpvraag, aanzoek, now, cancellationToken);
            if (outcome.Voorstel is not null)
            {
                return Zoekuitkomst.Asked;
            }

            if (outcome == Voorsteluitkomst.HelperBusy)
            {
                return Zoekuitkomst.Busy;
            }

            if (outcome.Failure == MatchingFailures.TooMany)
            {
                return Zoekuitkomst.Enough;
            }
        }

        return best.Count == 0 ? Zoekuitkomst.Nobody : Zoekuitkomst.Busy;
    }

    private async Task<IReadOnlyList<Kandidaat>> RankAsync(
        NpgsqlConnection connection, HulpvraagRow hulpvraag, HashSet<Guid> needed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await VraagbeeldStore.FindAsync(connection, hulpvraag, Domain.Agenda.Patroon.MaximumBeurten, now, cancellationToken) is not { } vraag)
        {
            return [];
        }

        vraag = vraag with { Bezoeken = [.. vraag.Bezoeken.Where(bezoek => needed.Contains(bezoek.BeurtId)).Take(Vraagbeeld.MaximumWeighed)] };
        var regels = await MatchingregelsStore.OfPostcodeAsync(connection, hulpvraag.PartnerId, hulpvraag.Postcode, cancellationToken);
        // What this transaction itself changed is not in it yet; whoever is asked is read again before.
        var helpers = await index.OfAsync(hulpvraag.PartnerId, cancellationToken);
        return new Ranking(vraag, Plaatsen.Reistijd, regels, now).Top(helpers.WithinReach(vraag, Plaatsen.Reistijd), Positie.Start, MaximumAttempts);
    }
}
