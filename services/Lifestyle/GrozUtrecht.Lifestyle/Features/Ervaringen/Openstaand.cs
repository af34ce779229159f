using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Ervaringen;

/// <summary>Which questions wait for an answer: what was chosen, set beside what was attended, in memory.</summary>
internal static class Openstaand
{
    public static async Task<IReadOnlyList<ErvaringsvraagAnswer>> ReadAsync(NpgsqlConnection connection, Houder houder, CancellationToken cancellationToken)
    {
        var arrangementen = (await ArrangementStore.ListOfPersonAsync(connection, houder.Pseudoniem, cancellationToken)).Where(row => row.StartDatum is not null).ToList();
        var versies = await ArrangementversieStore.CurrentAsync(connection, arrangementen.Select(row => row.Id), cancellationToken);
        var answered = (await ErvaringStore.ListAsync(connection, houder.Pseudoniem, cancellationToken))
            .Select(row => (row.ArrangementId, row.ActiviteitId, row.Keer))
            .ToHashSet();
        List<ErvaringsvraagAnswer> open = [];
        foreach (var arrangement in arrangementen)
        {
            var chosen = versies[arrangement.Id].Single(versie => versie.Versie == arrangement.GeldendeVersie).ActiviteitIds;
            var isEnded = ArrangementRules.IsEnded(Words.Read<ArrangementStatus>(arrangement.Status));
            var last = arrangement.BeeindigdOp is { } ended ? NederlandseTijd.DayOf(ended) : DateOnly.MaxValue;
            var bezoeken = await BezoekStore.ListAsync(connection, houder.PersoonId, arrangement.StartDatum!.Value, last, cancellationToken);
            open.AddRange(
                from bezoek in bezoeken
                where chosen.Contains(bezoek.ActiviteitId)
                from keer in Ervaringsvragen.Due(bezoek.Keren, isEnded)
                where !answered.Contains((arrangement.Id, bezoek.ActiviteitId, Words.Of(keer)))
                select new ErvaringsvraagAnswer(arrangement.Id, bezoek.ActiviteitId, keer));
        }

        return open;
    }
}
