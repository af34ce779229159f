namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>A composed programme, or why there is none: one of the two.</summary>
/// <param name="Proeven">The tastings, none of which clash.</param>
/// <param name="IsBest">True when no other programme has more different dimensies in its rounds.</param>
/// <param name="WhyNot">A Dutch sentence that names who or what cannot be placed.</param>
internal sealed record Programmauitslag(IReadOnlyList<Proef>? Proeven, bool IsBest, string? WhyNot);

/// <summary>Composes a programme without clashes, with effort that has an end.</summary>
internal static class Programmamaker
{
    public const int MaximumSteps = 1_000_000;
    private const int MaximumStepsPerReason = 50_000;

    private const string NotFound =
        "Er is geen programma gevonden binnen de moeite die ervoor staat, maar het is niet uitgesloten. Voeg een ruimte of ronde toe, of "
        + "vraag een aanbieder om minder rondes.";

    public static Programmauitslag Make(Programmavraag vraag, int maximumSteps = MaximumSteps)
    {
        if (Obstacle(vraag) is { } obstacle)
            return new(null, false, obstacle);

        var search = new Programmazoeker(vraag, maximumSteps).Search();
        if (search.Best is { } proeven)
            return new(proeven, search.IsComplete, null);
        return new(null, false, search.IsComplete ? Together(vraag) : NotFound);
    }

    // What can be seen without searching, so that the sentence is about one aanbieder.
    private static string? Obstacle(Programmavraag vraag)
    {
        foreach (var toezegging in vraag.Toezeggingen)
        {
            if (!vraag.Ruimtes.Any(ruimte => Programmavraag.Fits(toezegging, ruimte)))
                return $"{toezegging.Naam} past in geen enkele ruimte: daarvoor is nodig {Needs(toezegging)}.";
            var possible = vraag.Rondes.Count(ronde => vraag.Fits(toezegging, ronde));
            if (possible < toezegging.AantalRondes)
            {
                return $"{toezegging.Naam} is toegezegd voor {toezegging.AantalRondes} rondes en kan er in {possible}: de aanbieder is er "
                    + $"niet, of een ronde is korter dan {toezegging.DurationMinutes} minuten.";
            }
        }

        foreach (var own in vraag.Toezeggingen.GroupBy(toezegging => toezegging.AanbiederId))
        {
            var asked = own.Sum(toezegging => toezegging.AantalRondes);
            var possible = vraag.Rondes.Count(ronde => own.Any(toezegging => vraag.Fits(toezegging, ronde)));
            if (asked > possible)
                return $"{Names(own)} zijn van dezelfde aanbieder en vragen samen {asked} rondes; die aanbieder kan er in {possible}.";
        }

        return Crowded(vraag);
    }

    // Those who fit nowhere but in some of the rooms must fit there together; every set of rooms that somebody is bound to is looked at.
    private static string? Crowded(Programmavraag vraag)
    {
        foreach (var bound in vraag.Toezeggingen)
        {
            List<Ruimte> rooms = [.. vraag.Ruimtes.Where(ruimte => Programmavraag.Fits(bound, ruimte))];
            List<Toezegging> together = [.. vraag.Toezeggingen.Where(other => vraag.Ruimtes.All(ruimte => rooms.Contains(ruimte) || !Programmavraag.Fits(other, ruimte)))];
            var (tastings, places) = (together.Sum(toezegging => toezegging.AantalRondes), rooms.Count * vraag.Rondes.Count);
            if (tastings > places)
                return $"{Names(together)} passen niet samen: ze vragen {tastings} plekken in {string.Join(", ", rooms.Select(ruimte => ruimte.Naam))}, en daar zijn er {places}.";
        }

        return null;
    }

    // Leaves out whoever can be missed while it still does not fit; of those who stay, everyone is part of the reason.
    private static string Together(Programmavraag vraag)
    {
        List<Toezegging> reason = [.. vraag.Toezeggingen];
        foreach (var toezegging in vraag.Toezeggingen)
        {
            var without = vraag with { Toezeggingen = [.. reason.Where(other => other != toezegging)] };
            var search = new Programmazoeker(without, MaximumStepsPerReason, firstWillDo: true).Search();
            if (search.Best is null && search.IsComplete)
                reason.Remove(toezegging);
        }

        return reason.Count == 1
            ? $"{reason[0].Naam} kan niet worden geplaatst in aansluitende rondes waarin de aanbieder er is."
            : $"{Names(reason)} passen niet samen in deze rondes en ruimtes. Voeg een ruimte toe die past, of vraag een van hen om minder of andere rondes.";
    }

    private static string Needs(Toezegging toezegging)
    {
        var kind = toezegging.Ruimtesoort switch
        {
            null => "een ruimte",
            Ruimtesoort.Zaal => "een zaal",
            Ruimtesoort.Sportzaal => "een sportzaal",
            Ruimtesoort.Keuken => "een keuken",
            Ruimtesoort.StilleRuimte => "een stille ruimte",
            _ => "een plek buiten",
        };
        return $"{kind} voor {toezegging.Capaciteit} mensen{(toezegging.Rolstoel ? ", toegankelijk met een rolstoel" : "")}";
    }

    private static string Names(IEnumerable<Toezegging> toezeggingen)
    {
        List<string> names = [.. toezeggingen.Select(toezegging => toezegging.Naam)];
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} en {names[^1]}";
    }
}
