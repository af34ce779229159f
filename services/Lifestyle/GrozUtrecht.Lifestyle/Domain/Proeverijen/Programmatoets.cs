namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>Looks for what is wrong with a programme that somebody changed by hand.</summary>
internal static class Programmatoets
{
    /// <summary>A Dutch sentence about the first clash; null when there is none. A programme may still be incomplete.</summary>
    public static string? Clash(Programmavraag vraag, IReadOnlyList<Proef> proeven)
    {
        foreach (var proef in proeven)
        {
            var toezegging = vraag.Toezeggingen.Single(one => one.Id == proef.ToezeggingId);
            var ruimte = vraag.Ruimtes.Single(one => one.Id == proef.RuimteId);
            var ronde = vraag.Rondes.Single(one => one.Nummer == proef.Ronde);
            if (!Programmavraag.Fits(toezegging, ruimte))
                return $"{toezegging.Naam} past niet in {ruimte.Naam}.";
            if (!vraag.Fits(toezegging, ronde))
                return $"{toezegging.Naam} kan niet in ronde {ronde.Nummer}.";
        }

        if (proeven.GroupBy(proef => (proef.Ronde, proef.RuimteId)).FirstOrDefault(same => same.Count() > 1) is { } room)
            return $"In ronde {room.Key.Ronde} staan twee proeven in dezelfde ruimte.";
        var twice = proeven
            .GroupBy(proef => (proef.Ronde, vraag.Toezeggingen.Single(one => one.Id == proef.ToezeggingId).AanbiederId))
            .FirstOrDefault(same => same.Count() > 1);
        return twice is null ? null : $"In ronde {twice.Key.Ronde} staat een aanbieder op twee plekken.";
    }

    /// <summary>A Dutch sentence about what is missing besides clashes; null when everything that was promised has its place.</summary>
    public static string? Missing(Programmavraag vraag, IReadOnlyList<Proef> proeven)
    {
        foreach (var toezegging in vraag.Toezeggingen)
        {
            var placed = proeven.Count(proef => proef.ToezeggingId == toezegging.Id);
            if (placed != toezegging.AantalRondes)
                return $"{toezegging.Naam} is toegezegd voor {toezegging.AantalRondes} rondes en staat in {placed}.";
        }

        foreach (var own in vraag.Toezeggingen.GroupBy(toezegging => toezegging.AanbiederId).Where(own => vraag.OfAanbieder(own.Key).Aansluitend))
        {
            List<int> rounds = [.. proeven.Where(proef => own.Any(toezegging => toezegging.Id == proef.ToezeggingId)).Select(proef => proef.Ronde).Order()];
            if (rounds[^1] - rounds[0] >= rounds.Count)
                return $"De aanbieder van {own.First().Naam} vroeg om aansluitende rondes.";
        }

        return null;
    }
}
