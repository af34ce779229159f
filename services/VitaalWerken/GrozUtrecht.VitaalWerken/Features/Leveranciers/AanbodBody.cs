using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a supplier offers: about what, how, to how many, for what and when.</summary>
public sealed record AanbodBody(
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Hoe het heet.")] string Titel,
    [property: Required, StringLength(2_000, MinimumLength = 1), Description("Wat er gebeurt, in gewone taal.")] string Omschrijving,
    [property: Required, Description("Waar het over gaat.")] Onderwerp Onderwerp,
    [property: Required, Description("Hoe het wordt gegeven.")] Aanbodvorm Vorm,
    [property: Range(15, 480), Description("Hoe lang een keer duurt, in minuten.")] int DuurMinuten,
    [property: Range(1, 500), Description("De kleinste groep.")] int GroepMinimum,
    [property: Range(1, 500), Description("De grootste groep.")] int GroepMaximum,
    [property: Required, Description("Euro, in natura of gratis.")] Prijssoort Prijssoort,
    [property: Required, MinLength(1), MaxLength(20), Description("Codes van de gebieden waar het kan.")] IReadOnlyList<string> Gebieden,
    [property: Required, MinLength(1), MaxLength(21), Description("Wanneer het kan: dagdelen als `maandag-ochtend`, `middag` of `avond`.")]
    IReadOnlyList<string> Dagdelen,
    [property: Range(1, 10_000_000), Description("Prijs per keer in centen, zonder btw; alleen bij `euro`.")] long? PrijsCenten = null,
    [property: StringLength(300, MinimumLength = 1), Description("Wat er in plaats van geld wordt gevraagd; alleen bij `in-natura`.")] string? Tegenprestatie = null,
    [property: Description("Eerste dag waarop het kan; ontbreekt als het nu al kan.")] DateOnly? VanafDatum = null,
    [property: Description("Laatste dag waarop het kan; ontbreekt als er geen einde is.")] DateOnly? TotEnMetDatum = null,
    [property: Description("True als studenten leren terwijl zij het doen.")] bool Leerplek = false)
{
    /// <summary>Why this is refused, or null.</summary>
    internal ProblemHttpResult? Refuse()
    {
        if (Gebieden.Any(code => !Gebied.TryFind(code, out _)))
            return BedrijfFailures.GebiedUnknown.ToProblem();
        if (Gebieden.Distinct(StringComparer.Ordinal).Count() != Gebieden.Count)
            return LeverancierFailures.GebiedTwice.ToProblem();
        if (Domain.Dagdelen.Read(Dagdelen) is null)
            return LeverancierFailures.DagdeelUnknown.ToProblem();
        if (!PriceFits())
            return LeverancierFailures.PriceUnfit.ToProblem();
        if (GroepMinimum > GroepMaximum)
            return LeverancierFailures.GroepUnfit.ToProblem();
        return VanafDatum > TotEnMetDatum ? LeverancierFailures.PeriodUnfit.ToProblem() : FreeText.Refuse(Titel, Omschrijving, Tegenprestatie);
    }

    /// <summary>A first version of what this says.</summary>
    internal AanbodRow ToRow(Guid id, Guid leverancierId, DateTimeOffset now) => new()
    {
        Id = id,
        LeverancierId = leverancierId,
        Version = 1,
        Status = Words.Of(AanbodStatus.Actief),
        Titel = Titel,
        Omschrijving = Omschrijving,
        Onderwerp = Words.Of(Onderwerp),
        Vorm = Words.Of(Vorm),
        DuurMinuten = DuurMinuten,
        GroepMinimum = GroepMinimum,
        GroepMaximum = GroepMaximum,
        Prijssoort = Words.Of(Prijssoort),
        PrijsCenten = PrijsCenten,
        Tegenprestatie = Tegenprestatie,
        Gebieden = [.. Gebieden],
        Beschikbaar = Domain.Dagdelen.Read(Dagdelen)!.Value,
        BeschikbaarVanaf = VanafDatum,
        BeschikbaarTotEnMet = TotEnMetDatum,
        Leerplek = Leerplek,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    private bool PriceFits() => Prijssoort switch
    {
        Prijssoort.Euro => PrijsCenten is not null && Tegenprestatie is null,
        Prijssoort.InNatura => PrijsCenten is null && Tegenprestatie is not null,
        _ => PrijsCenten is null && Tegenprestatie is null,
    };
}
