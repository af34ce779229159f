using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

/// <summary>Questions for a programme, and what holds of an answer, written apart from the code that composes.</summary>
internal static class Programmas
{
    public static readonly Ruimte Zaal = Room("Grote zaal");

    public static Ruimte Room(string naam, int capaciteit = 20, Ruimtesoort soort = Ruimtesoort.Zaal, bool rolstoel = true) =>
        new(Id(naam), naam, capaciteit, rolstoel, soort);

    public static Toezegging Promise(string naam, int rondes = 1, params Dimensie[] dimensies) => new()
    {
        Id = Id($"toezegging {naam}"),
        AanbiederId = Id($"aanbieder {naam}"),
        Naam = naam,
        AantalRondes = rondes,
        Capaciteit = 10,
        DurationMinutes = 20,
        Dimensies = dimensies.Length == 0 ? [Dimensie.Meedoen] : dimensies,
    };

    public static IReadOnlyList<Ronde> Rounds(int count) => [.. Enumerable.Range(1, count).Select(nummer => new Ronde(nummer, 25))];

    public static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static string? Fault(Programmavraag vraag, IReadOnlyList<Proef> proeven)
    {
        var promises = vraag.Toezeggingen.ToDictionary(one => one.Id);
        var rooms = vraag.Ruimtes.ToDictionary(one => one.Id);
        if (proeven.DistinctBy(proef => (proef.Ronde, proef.RuimteId)).Count() != proeven.Count)
            return "two in one room";
        if (proeven.DistinctBy(proef => (proef.Ronde, promises[proef.ToezeggingId].AanbiederId)).Count() != proeven.Count)
            return "an aanbieder in two rooms";
        foreach (var proef in proeven)
        {
            var (promise, room) = (promises[proef.ToezeggingId], rooms[proef.RuimteId]);
            var attendance = vraag.Komsten.SingleOrDefault(one => one.AanbiederId == promise.AanbiederId);
            if (room.Capaciteit < promise.Capaciteit || (promise.Ruimtesoort ?? room.Soort) != room.Soort || (promise.Rolstoel && !room.Rolstoeltoegankelijk))
                return "a room that does not fit";
            if (attendance?.NietInRondes.Contains(proef.Ronde) == true || vraag.Rondes.Single(ronde => ronde.Nummer == proef.Ronde).DurationMinutes < promise.DurationMinutes)
                return "a round that does not fit";
        }

        return promises.Values.All(promise => proeven.Count(proef => proef.ToezeggingId == promise.Id) == promise.AantalRondes)
            && vraag.Komsten.Where(one => one.Aansluitend).All(one => IsAdjacent(proeven, promises, one.AanbiederId))
                ? null
                : "a promise that is not kept";
    }

    /// <summary>The most variety of every programme there is, by trying them all; null when there is none.</summary>
    public static int? BestByTryingAll(Programmavraag vraag)
    {
        var places = vraag.Rondes.SelectMany(_ => vraag.Ruimtes, (ronde, ruimte) => (ronde.Nummer, ruimte.Id)).ToList();
        int? best = null;
        foreach (var proeven in Everything(vraag, places, 0, []))
        {
            if (Fault(vraag, proeven) is null)
                best = Math.Max(best ?? 0, proeven.SelectMany(proef => vraag.Toezeggingen.Single(one => one.Id == proef.ToezeggingId).Dimensies, (proef, d) => (proef.Ronde, d)).Distinct().Count());
        }

        return best;
    }

    public static Arbitrary<Programmavraag> Small() => Questions(3, 2, 3).ToArbitrary();

    public static Arbitrary<Programmavraag> Larger() => Questions(6, 5, 9).ToArbitrary();

    private static IEnumerable<List<Proef>> Everything(Programmavraag vraag, List<(int Ronde, Guid RuimteId)> places, int at, List<Proef> taken)
    {
        if (at == places.Count)
        {
            yield return taken;
            yield break;
        }

        foreach (var without in Everything(vraag, places, at + 1, taken))
            yield return without;
        foreach (var promise in vraag.Toezeggingen)
        {
            foreach (var with in Everything(vraag, places, at + 1, [.. taken, new Proef(places[at].Ronde, places[at].RuimteId, promise.Id)]))
                yield return with;
        }
    }

    private static bool IsAdjacent(IReadOnlyList<Proef> proeven, Dictionary<Guid, Toezegging> promises, Guid aanbiederId)
    {
        List<int> rounds = [.. proeven.Where(proef => promises[proef.ToezeggingId].AanbiederId == aanbiederId).Select(proef => proef.Ronde).Order()];
        return rounds.Zip(rounds.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    // Mostly what fits, and aanbieders with several promises: what is refused at once tells little about the search.
    private static Gen<Programmavraag> Questions(int rounds, int rooms, int promises) =>
        from roundCount in Gen.Elements(rounds, rounds, rounds - 1)
        from durations in Gen.Elements(15, 25, 25, 25, 25, 45).ArrayOf(roundCount)
        from roomCount in Gen.Choose(1, rooms)
        from ruimtes in Rooms().ArrayOf(roomCount)
        from promiseCount in Gen.Choose(1, promises)
        from toezeggingen in Promises(roundCount, promises).ArrayOf(promiseCount)
        from komsten in Attendance(roundCount).ArrayOf(3)
        select new Programmavraag(
            [.. durations.Select((minutes, index) => new Ronde(index + 1, minutes))],
            [.. ruimtes.Select((ruimte, index) => ruimte with { Id = Id($"ruimte {index}") })],
            [.. toezeggingen.Select((toezegging, index) => toezegging with { Id = Id($"toezegging {index}"), Naam = $"Proef {index}" })],
            [.. komsten.Select((komst, index) => komst with { AanbiederId = Id($"aanbieder {index}") })]);

    private static Gen<Ruimte> Rooms() =>
        from capaciteit in Gen.Elements(8, 12, 20, 20)
        from soort in Gen.Elements(Ruimtesoort.Zaal, Ruimtesoort.Zaal, Ruimtesoort.Keuken)
        from rolstoel in Gen.Elements(true, true, false)
        select new Ruimte(Guid.Empty, "Ruimte", capaciteit, rolstoel, soort);

    private static Gen<Toezegging> Promises(int roundCount, int aanbieders) =>
        from aanbieder in Gen.Choose(0, aanbieders - 1)
        from rondes in Gen.Choose(1, Math.Min(roundCount, 2))
        from capaciteit in Gen.Elements(6, 6, 10, 15)
        from soort in Gen.Elements<Ruimtesoort?>(null, null, null, Ruimtesoort.Zaal, Ruimtesoort.Keuken)
        from minutes in Gen.Elements(15, 15, 20, 20, 40)
        from rolstoel in Gen.Elements(true, false, false, false)
        from dimensies in Gen.Elements(Dimensie.Meedoen, Dimensie.Zingeving, Dimensie.Lichaamsfuncties).ArrayOf(2)
        select new Toezegging
        {
            Id = Guid.Empty,
            AanbiederId = Id($"aanbieder {aanbieder}"),
            Naam = "",
            AantalRondes = rondes,
            Capaciteit = capaciteit,
            Ruimtesoort = soort,
            Rolstoel = rolstoel,
            DurationMinutes = minutes,
            Dimensies = [.. dimensies.Distinct()],
        };

    private static Gen<Komst> Attendance(int roundCount) =>
        from away in Gen.Choose(-2, roundCount)
        from aansluitend in Gen.Elements(true, false)
        select new Komst(Guid.Empty, away < 1 ? [] : [away], aansluitend);
}
