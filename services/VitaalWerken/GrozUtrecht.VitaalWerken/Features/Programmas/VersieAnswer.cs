using System.ComponentModel;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What one version consists of, what it costs, and who said what of it.</summary>
internal sealed record VersieAnswer
{
    [Description("Nummer en stand van de versie.")]
    public required VersieregelAnswer Stand { get; init; }

    [Description("Eerste dag van het programma in deze versie.")]
    public required DateOnly BeginDatum { get; init; }

    [Description("Laatste dag van het programma in deze versie.")]
    public required DateOnly EindDatum { get; init; }

    [Description("De modules, in volgorde.")]
    public required IReadOnlyList<ModuleAnswer> Modules { get; init; }

    [Description("Wat alle sessies samen in geld kosten, in eurocenten zonder btw. Een leverancier ziet dit niet.")]
    public long? KostenCenten { get; init; }

    [Description("Het bedrijf en elke leverancier, met hun antwoord.")]
    public required IReadOnlyList<InstemmingAnswer> Instemmingen { get; init; }

    public static VersieAnswer Of(Programmainzage inzage, VersieRow row, Versieinhoud inhoud) => new()
    {
        Stand = VersieregelAnswer.Of(row),
        BeginDatum = inhoud.BeginDatum,
        EindDatum = inhoud.EindDatum,
        Modules = [.. inhoud.Modules.Select(module => ModuleAnswer.Of(module, inzage.SeesPriceOf(module.LeverancierId)))],
        KostenCenten = inzage.SeesAll ? inhoud.Modules.Sum(module => module.KostenCenten) : null,
        Instemmingen = InstemmingAnswer.AllOf(inzage, row.Versie),
    };
}

/// <summary>What one supplier does. A supplier does not see what another asks.</summary>
internal sealed record ModuleAnswer
{
    [Description("Nummer van de module, vanaf 1.")]
    public required int Nummer { get; init; }

    [Description("De koppeling waarop de module rust.")]
    public required Guid KoppelingId { get; init; }

    [Description("Het aanbod van de leverancier.")]
    public required Guid AanbodId { get; init; }

    [Description("De leverancier.")]
    public required Guid LeverancierId { get; init; }

    [Description("Waar de module over gaat.")]
    public required Onderwerp Onderwerp { get; init; }

    [Description("Titel van de module.")]
    public required string Titel { get; init; }

    [Description("Met zo veel deelnemers gaat een sessie door.")]
    public required int GroepMinimum { get; init; }

    [Description("Meer deelnemers passen er niet bij een sessie.")]
    public required int GroepMaximum { get; init; }

    [Description("Prijs van een sessie in eurocenten, zonder btw. Ontbreekt als het in natura is, en in modules van een andere leverancier.")]
    public long? PrijsCenten { get; init; }

    [Description("Wat het bedrijf in plaats van geld geeft. Ontbreekt als het geld is, en in modules van een andere leverancier.")]
    public string? InNatura { get; init; }

    [Description("Prijs maal het aantal sessies, in eurocenten. Ontbreekt in modules van een andere leverancier.")]
    public long? KostenCenten { get; init; }

    [Description("Aantekening bij de gerichte vrijstelling. Ontbreekt als die er niet is, en in modules van een andere leverancier.")]
    public VrijstellingAnswer? Vrijstelling { get; init; }

    [Description("De sessies, in volgorde van tijd.")]
    public required IReadOnlyList<SessieAnswer> Sessies { get; init; }

    public static ModuleAnswer Of(Versiemodule module, bool withPrice) => new()
    {
        Nummer = module.Nummer,
        KoppelingId = module.KoppelingId,
        AanbodId = module.AanbodId,
        LeverancierId = module.LeverancierId,
        Onderwerp = module.Onderwerp,
        Titel = module.Titel,
        GroepMinimum = module.GroepMinimum,
        GroepMaximum = module.GroepMaximum,
        PrijsCenten = withPrice ? module.PrijsCenten : null,
        InNatura = withPrice ? module.InNatura : null,
        KostenCenten = withPrice ? module.KostenCenten : null,
        Vrijstelling = withPrice && module.Vrijstelling is { } note ? VrijstellingAnswer.Of(note) : null,
        Sessies = [.. module.Sessies.Select(sessie => new SessieAnswer(sessie.Sleutel, sessie.BegintOp, sessie.EindigtOp, sessie.Locatie, sessie.Capaciteit))],
    };
}

/// <summary>One time that people come together.</summary>
internal sealed record SessieAnswer(
    [property: Description("Blijft van versie op versie gelijk, ook als de tijd verandert: wie zich inschreef blijft ingeschreven.")] Guid Sleutel,
    [property: Description("Begin.")] DateTimeOffset BegintOp,
    [property: Description("Einde.")] DateTimeOffset EindigtOp,
    [property: Description("Waar het is.")] string Locatie,
    [property: Description("Hoeveel deelnemers er terechtkunnen.")] int Capaciteit);

/// <summary>The note on the gerichte vrijstelling, never without the sentence that says what it is.</summary>
internal sealed record VrijstellingAnswer(
    [property: Description("Is de werkgever hiertoe verplicht door de Arbowet?")] Arboplicht Arboplicht,
    [property: Description("Gebeurt het op de werkplek?")] OpDeWerkplek OpDeWerkplek,
    [property: Description("Betalen werknemers zelf mee?")] EigenBijdrage EigenBijdrage,
    [property: Description("Toelichting bij de aantekening.")] string? Toelichting,
    [property: Description("Wat deze aantekening is en niet is. Toon deze zin erbij.")] string LetOp)
{
    public const string Sentence =
        "Dit is een aantekening en geen oordeel. De gerichte vrijstelling geldt alleen voor wat de Arbowet verplicht, geheel of gedeeltelijk op de "
        + "werkplek, zonder eigen bijdrage van de werknemer. Of dat hier zo is, beoordeelt de werkgever, zo nodig met de Belastingdienst.";

    public static VrijstellingAnswer Of(Vrijstelling note) => new(note.Arboplicht, note.OpDeWerkplek, note.EigenBijdrage, note.Toelichting, Sentence);
}
