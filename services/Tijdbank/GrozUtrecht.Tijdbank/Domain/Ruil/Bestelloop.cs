namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>What a step does with the minutes of an order.</summary>
internal enum Reserveringsactie
{
    None,
    Hold,
    Post,
    Release,
}

/// <summary>One step of an order: where it comes to stand, and what that does with the minutes and the stock.</summary>
/// <param name="StockChange">-1 takes from the stock what was ordered, 1 puts it back, 0 leaves it.</param>
internal sealed record Stap(BestellingStatus Naar, Reserveringsactie Reservering, int StockChange);

/// <summary>
/// The course of an order. Who pays has the minutes held from the moment that both want it; from then on they are booked once or given
/// back once, whatever happens.
/// </summary>
internal static class Bestelloop
{
    /// <summary>Where an order begins: an order from an offer is held at once, an answer to a request once the asker accepts it.</summary>
    public static Stap Begin(Richting richting) => richting is Richting.Aanbod
        ? Step(null, BestellingStatus.Aangevraagd)
        : Step(null, BestellingStatus.Voorgesteld);

    /// <summary>The side that placed the advertisement, and so answers the order.</summary>
    public static Partij Advertiser(Richting richting) => richting is Richting.Aanbod ? Partij.Aanbieder : Partij.Koper;

    public static bool IsOpen(BestellingStatus status) => status <= BestellingStatus.Betwist;

    /// <summary>Whether the minutes of an order that stands here are held.</summary>
    public static bool Holds(BestellingStatus status) => IsOpen(status) && status != BestellingStatus.Voorgesteld;

    /// <summary>The step that this side may take now; null when it may not.</summary>
    /// <param name="uitspraak">What the mediator decides; for nobody else.</param>
    public static Stap? Next(BestellingStatus status, Richting richting, Handeling handeling, Partij partij, Uitspraak? uitspraak = null) =>
        Target(status, richting, handeling, partij, uitspraak) is { } target ? Step(status, target) : null;

    /// <summary>What this side may do now.</summary>
    public static IReadOnlyList<Handeling> Possible(BestellingStatus status, Richting richting, Partij partij) =>
        [.. Enum.GetValues<Handeling>().Where(handeling => Next(status, richting, handeling, partij) is not null)];

    private static BestellingStatus? Target(
        BestellingStatus status, Richting richting, Handeling handeling, Partij partij, Uitspraak? uitspraak) => (handeling, partij, status) switch
    {
        (Handeling.Aanvaarding, _, BestellingStatus.Voorgesteld or BestellingStatus.Aangevraagd) when partij == Advertiser(richting) =>
            BestellingStatus.Aanvaard,
        (Handeling.Weigering, _, BestellingStatus.Voorgesteld or BestellingStatus.Aangevraagd) when partij == Advertiser(richting) =>
            BestellingStatus.Geweigerd,
        (Handeling.Annulering, Partij.Koper or Partij.Aanbieder, <= BestellingStatus.Aanvaard) => BestellingStatus.Geannuleerd,
        (Handeling.Levering, Partij.Aanbieder, BestellingStatus.Aanvaard) => BestellingStatus.Geleverd,
        // Who receives need not wait for the other to say that it was delivered.
        (Handeling.Bevestiging, Partij.Koper, BestellingStatus.Aanvaard or BestellingStatus.Geleverd) => BestellingStatus.Voltooid,
        // The platform disputes what it could not book by itself, so that somebody looks at it.
        (Handeling.Betwisting, Partij.Koper or Partij.Aanbieder or Partij.Platform, BestellingStatus.Geleverd) => BestellingStatus.Betwist,
        (Handeling.Bemiddeling, Partij.Bemiddelaar, BestellingStatus.Betwist) => Of(uitspraak),
        (Handeling.Termijn, Partij.Platform, BestellingStatus.Geleverd) => BestellingStatus.Voltooid,
        (Handeling.Termijn, Partij.Platform, <= BestellingStatus.Betwist) => BestellingStatus.Verlopen,
        (Handeling.Verwijdering, Partij.Platform, <= BestellingStatus.Aanvaard) => BestellingStatus.Geannuleerd,
        (Handeling.Verwijdering, Partij.Platform, <= BestellingStatus.Betwist) => BestellingStatus.Teruggegeven,
        _ => null,
    };

    private static BestellingStatus? Of(Uitspraak? uitspraak) => uitspraak switch
    {
        Uitspraak.Voltooid => BestellingStatus.Voltooid,
        Uitspraak.Gedeeltelijk => BestellingStatus.Gedeeltelijk,
        _ => BestellingStatus.Teruggegeven,
    };

    private static Stap Step(BestellingStatus? from, BestellingStatus target)
    {
        var (held, holds) = (from is { } status && Holds(status), Holds(target));
        var action = (held, holds) switch
        {
            (false, true) => Reserveringsactie.Hold,
            (true, false) when target is BestellingStatus.Voltooid or BestellingStatus.Gedeeltelijk => Reserveringsactie.Post,
            (true, false) => Reserveringsactie.Release,
            _ => Reserveringsactie.None,
        };
        return new(target, action, action switch
        {
            Reserveringsactie.Hold => -1,
            // What was delivered does not come back by itself, also when the minutes do.
            Reserveringsactie.Release when from is BestellingStatus.Aangevraagd or BestellingStatus.Aanvaard => 1,
            _ => 0,
        });
    }
}
