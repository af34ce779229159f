using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>Why an advertisement cannot be as it was written.</summary>
internal enum Advertentiefout
{
    PostcodeUnknown,
    PricePerDoesNotFit,
    CentsForProductsOnly,
    StockForProductsOnly,
    EndDateOutOfRange,
}

/// <summary>What an advertisement says, apart from its words.</summary>
internal sealed record Advertentie(AdvertentieSoort Soort, Ruilprijs Prijs, string Postcode, int? Voorraad, DateOnly GeldigTotDatum)
{
    public const int MaximumTitelLength = 80;
    public const int MaximumOmschrijvingLength = 2_000;
    public const int MaximumStock = 10_000;

    /// <summary>What stands there longer than a year is forgotten rather than meant.</summary>
    public const int MaximumYears = 1;

    /// <summary>More from one account hide what others offer.</summary>
    public const int MaximumOpenPerAccount = 100;

    public Advertentiefout? Check(DateOnly today) => this switch
    {
        _ when !Postcode4.TryFind(Postcode, out _) => Advertentiefout.PostcodeUnknown,
        { Soort: AdvertentieSoort.Tijd, Prijs.Per: not PrijsPer.Uur } => Advertentiefout.PricePerDoesNotFit,
        { Soort: AdvertentieSoort.Product, Prijs.Per: not PrijsPer.Stuk } => Advertentiefout.PricePerDoesNotFit,
        { Soort: not AdvertentieSoort.Product, Prijs.PriceCents: not null } => Advertentiefout.CentsForProductsOnly,
        { Soort: not AdvertentieSoort.Product, Voorraad: not null } => Advertentiefout.StockForProductsOnly,
        _ when GeldigTotDatum < today || GeldigTotDatum > today.AddYears(MaximumYears) => Advertentiefout.EndDateOutOfRange,
        _ => null,
    };
}
