namespace GrozUtrecht.Tijdbank.Domain.Bijdragen;

/// <summary>What became of a contribution to a fund.</summary>
internal enum BijdrageStatus
{
    /// <summary>Heard of, and nothing done yet; never outlives a transaction.</summary>
    Nieuw,
    Geboekt,
    Geweigerd,

    /// <summary>Disputed, and the fund has spent it: taken back as soon as its balance allows.</summary>
    TerugTeBoeken,
    Teruggeboekt,

    /// <summary>Disputed before anything was booked: it never will be.</summary>
    NietGeboekt,
}

/// <summary>What is to be done about a message.</summary>
internal enum Bijdrageactie
{
    /// <summary>It was handled, or a later one was.</summary>
    None,
    Book,
    TakeBack,

    /// <summary>Remember that it is not to be booked.</summary>
    Refrain,

    /// <summary>It cannot be true.</summary>
    Clash,
}

/// <summary>Decides about messages that may come twice and in any order. Versions tell which of two was said last.</summary>
internal static class Bijdrageloop
{
    /// <summary>A year of the work of five hundred people is a mistake in typing.</summary>
    public const int MaximumMinutes = 600_000;

    public const string Bron = "vitaal-werken.bijdrage";

    /// <param name="known">The highest version that was handled; 0 for none.</param>
    public static Bijdrageactie OnDelivered(BijdrageStatus status, long known, long version) =>
        version <= known ? Bijdrageactie.None
        : status is BijdrageStatus.Nieuw or BijdrageStatus.Geweigerd ? Bijdrageactie.Book
        : Bijdrageactie.Clash;

    /// <param name="known">The highest version that was handled; 0 for none.</param>
    public static Bijdrageactie OnDisputed(BijdrageStatus status, long known, long version) =>
        version <= known ? Bijdrageactie.None
        : status switch
        {
            BijdrageStatus.Nieuw or BijdrageStatus.Geweigerd => Bijdrageactie.Refrain,
            BijdrageStatus.Geboekt => Bijdrageactie.TakeBack,
            _ => Bijdrageactie.Clash,
        };

    /// <summary>The transfer to the fund: the same however often it is told.</summary>
    public static Opdracht Booking(Guid bijdrageId, Guid wijkpotId, int durationMinutes) => Opdracht.Transfer(
        OverboekingId.Derive(Bron, bijdrageId.ToString("D")), Systeemrekening.Uitgifte, wijkpotId, durationMinutes, Eenheid.Minuten, partnerId: null);

    /// <summary>The transfer the other way.</summary>
    public static Opdracht TakingBack(Guid bijdrageId, Guid wijkpotId, int durationMinutes) => Opdracht.Transfer(
        OverboekingId.Derive($"{Bron}.terugboeking", bijdrageId.ToString("D")), wijkpotId, Systeemrekening.Uitgifte, durationMinutes, Eenheid.Minuten,
        partnerId: null);
}
