using System.Numerics;

namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>Turns what is known of an offer into points for one company, term by term. Sentences are made apart, for who reads them.</summary>
internal sealed class Koppelscore
{
    /// <summary>From here on nearness counts for nothing.</summary>
    public const int FarMeters = 15_000;

    /// <summary>What a session costs at which no point for the price is left, when the company named no maximum.</summary>
    public const long UsualCenten = 50_000;

    /// <summary>After so many days it no longer matters how long ago a supplier was proposed.</summary>
    public const int RestedDays = 90;

    /// <summary>So many koppelingen in a year are a full share.</summary>
    public const int FullYear = 6;

    public const int YearDays = 365;

    /// <summary>So many parts of the week are plenty for who has no wish.</summary>
    private const int PlentyDagdelen = 7;

    /// <summary>Something in return is asked, which is less than nothing and more than most prices.</summary>
    private const double InNaturaShare = 0.75;

    private static readonly Koppelpunten Max = Koppelpunten.Maximum;

    private readonly Koppelvraag vraag;
    private readonly int[] pointsByOnderwerp;
    private readonly int wishedDagdelen;

    public Koppelscore(Koppelvraag vraag)
    {
        this.vraag = vraag;
        wishedDagdelen = BitOperations.PopCount((uint)vraag.Dagdelen);
        pointsByOnderwerp = new int[Enum.GetValues<Onderwerp>().Length];
        if (vraag.Onderwerpen.Count == 0)
            Array.Fill(pointsByOnderwerp, Max.Onderwerp);
        for (var rank = 0; rank < vraag.Onderwerpen.Count; rank++)
            pointsByOnderwerp[(int)vraag.Onderwerpen[rank]] = Points(Max.Onderwerp, 1 - ((double)rank / vraag.Onderwerpen.Count));
    }

    public Koppelpunten Score(AanbodProfiel aanbod)
    {
        var leverancier = aanbod.Leverancier;
        return new(
            Onderwerp: pointsByOnderwerp[(int)aanbod.Onderwerp],
            Afstand: Points(Max.Afstand, 1 - ((double)vraag.MetersFrom[leverancier.Plaats] / FarMeters)),
            Vorm: vraag.Vormen == 0 || (vraag.Vormen & (1 << (int)aanbod.Vorm)) != 0 ? Max.Vorm : 0,
            Prijs: Points(Max.Prijs, PriceShare(aanbod)),
            Beschikbaarheid: Points(Max.Beschikbaarheid, DagdeelShare(aanbod) * PeriodShare(aanbod)),
            LaatstVoorgesteld: Points(Max.LaatstVoorgesteld, leverancier.LaatstVoorgesteldDag is { } day ? (double)(vraag.Vandaag - day) / RestedDays : 1),
            Belasting: Points(Max.Belasting, 1 - ((double)MadeInYear(leverancier) / FullYear)),
            Nieuwkomer: leverancier.GemaaktDagen.Length == 0 ? Max.Nieuwkomer : 0,
            Leerplek: aanbod.Leerplek ? Max.Leerplek : 0);
    }

    /// <summary>How many koppelingen of this supplier were made in the year up to today.</summary>
    public int MadeInYear(LeverancierProfiel leverancier)
    {
        var days = leverancier.GemaaktDagen;
        var count = 0;
        // Ascending, so the recent ones are at the end.
        for (var index = days.Length - 1; index >= 0 && days[index] > vraag.Vandaag - YearDays; index--)
            count++;
        return count;
    }

    /// <summary>How many of the days that are asked for this offer is there.</summary>
    public int DaysTogether(AanbodProfiel aanbod) =>
        Math.Min(vraag.TotEnMetDag, aanbod.TotEnMetDag) - Math.Max(vraag.VanDag, aanbod.VanDag) + 1;

    private double PriceShare(AanbodProfiel aanbod) => aanbod.Prijssoort switch
    {
        Prijssoort.Gratis => 1,
        Prijssoort.InNatura => InNaturaShare,
        _ => 1 - ((double)aanbod.PrijsCenten.GetValueOrDefault() / Math.Max(1, vraag.MaximumPrijsCenten ?? UsualCenten)),
    };

    private double DagdeelShare(AanbodProfiel aanbod) => wishedDagdelen == 0
        ? Math.Min(1, (double)BitOperations.PopCount((uint)aanbod.Beschikbaar) / PlentyDagdelen)
        : (double)BitOperations.PopCount((uint)(aanbod.Beschikbaar & vraag.Dagdelen)) / wishedDagdelen;

    private double PeriodShare(AanbodProfiel aanbod) => (double)Math.Max(0, DaysTogether(aanbod)) / (vraag.TotEnMetDag - vraag.VanDag + 1);

    private static int Points(int maximum, double share) => (int)Math.Round(maximum * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}
