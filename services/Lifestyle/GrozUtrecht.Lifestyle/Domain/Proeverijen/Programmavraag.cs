namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>A stretch of time in which tastings go on beside each other; numbered from 1.</summary>
internal sealed record Ronde(int Nummer, int DurationMinutes);

/// <summary>A room that holds one tasting at a time.</summary>
internal sealed record Ruimte(Guid Id, string Naam, int Capaciteit, bool Rolstoeltoegankelijk, Ruimtesoort Soort);

/// <summary>What an aanbieder promised to let people taste, in how many rounds, and what that takes.</summary>
internal sealed record Toezegging
{
    public required Guid Id { get; init; }

    public required Guid AanbiederId { get; init; }

    /// <summary>Name of the activity, for people.</summary>
    public required string Naam { get; init; }

    public required int AantalRondes { get; init; }

    public required int Capaciteit { get; init; }

    /// <summary>Null when any room will do.</summary>
    public Ruimtesoort? Ruimtesoort { get; init; }

    public bool Rolstoel { get; init; }

    public required int DurationMinutes { get; init; }

    public required IReadOnlyList<Dimensie> Dimensies { get; init; }
}

/// <summary>When an aanbieder can come.</summary>
internal sealed record Komst(Guid AanbiederId, IReadOnlyList<int> NietInRondes, bool Aansluitend);

/// <summary>What a programme is composed of. An aanbieder without an entry in the attendances can come to every round.</summary>
internal sealed record Programmavraag(
    IReadOnlyList<Ronde> Rondes, IReadOnlyList<Ruimte> Ruimtes, IReadOnlyList<Toezegging> Toezeggingen, IReadOnlyList<Komst> Komsten)
{
    public const int MaximumRondes = 12;
    public const int MaximumRuimtes = 30;
    public const int MaximumToezeggingen = 60;

    /// <summary>Could this be tasted in that room?</summary>
    public static bool Fits(Toezegging toezegging, Ruimte ruimte) =>
        toezegging.Capaciteit <= ruimte.Capaciteit
        && (toezegging.Ruimtesoort is null || toezegging.Ruimtesoort == ruimte.Soort)
        && (!toezegging.Rolstoel || ruimte.Rolstoeltoegankelijk);

    /// <summary>Could this be tasted in that round?</summary>
    public bool Fits(Toezegging toezegging, Ronde ronde) =>
        toezegging.DurationMinutes <= ronde.DurationMinutes && !OfAanbieder(toezegging.AanbiederId).NietInRondes.Contains(ronde.Nummer);

    public Komst OfAanbieder(Guid aanbiederId) =>
        Komsten.FirstOrDefault(komst => komst.AanbiederId == aanbiederId) ?? new(aanbiederId, [], false);
}

/// <summary>One tasting: what, in which round and where.</summary>
internal sealed record Proef(int Ronde, Guid RuimteId, Guid ToezeggingId);
