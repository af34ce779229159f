using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What a version is to consist of.</summary>
public sealed record VersieRequest(
    [property: Description("Eerste dag van het programma.")] DateOnly BeginDatum,
    [property: Description("Laatste dag van het programma.")] DateOnly EindDatum,
    [property: Required, MaxLength(Programmaplan.MaximumModules), Description("De modules; hun plaats is hun nummer.")] IReadOnlyList<ModuleBody> Modules);

/// <summary>One module.</summary>
public sealed record ModuleBody(
    [property: Description("Een koppeling van dit bedrijf die is gemaakt. Daaruit volgen leverancier, aanbod en onderwerp.")] Guid KoppelingId,
    [property: Required, StringLength(120, MinimumLength = 1), Description("Titel van de module.")] string Titel,
    [property: Range(1, 500), Description("Met zo veel deelnemers gaat een sessie door.")] int GroepMinimum,
    [property: Range(1, 500), Description("Meer deelnemers passen er niet bij een sessie.")] int GroepMaximum,
    [property: Required, MaxLength(Programmaplan.MaximumSessies), Description("De sessies. Voor een concept mogen ze nog ontbreken.")] IReadOnlyList<SessieBody> Sessies,
    [property: Range(0, 10_000_000), Description("Prijs van een sessie in eurocenten, zonder btw. Laat weg als het in natura is.")] long? PrijsCenten = null,
    [property: StringLength(300, MinimumLength = 1), Description("Wat het bedrijf in plaats van geld geeft.")] string? InNatura = null,
    [property: Description("Aantekening bij de gerichte vrijstelling; geen oordeel.")] VrijstellingBody? Vrijstelling = null);

/// <summary>One session.</summary>
public sealed record SessieBody(
    [property: Description("Begin, op de minuut.")] DateTimeOffset BegintOp,
    [property: Description("Einde, op de minuut.")] DateTimeOffset EindigtOp,
    [property: Required, StringLength(200, MinimumLength = 1), Description("Waar het is.")] string Locatie,
    [property: Range(1, 500), Description("Hoeveel deelnemers er terechtkunnen, binnen de groepsgrootte van de module.")] int Capaciteit,
    [property: Description("De sleutel die deze sessie al had. Wie zich inschreef blijft dan ingeschreven, ook als de tijd verandert. Laat weg voor een nieuwe sessie.")]
    Guid? Sleutel = null);

/// <summary>The facts that matter for the gerichte vrijstelling.</summary>
public sealed record VrijstellingBody(
    [property: Description("Is de werkgever hiertoe verplicht door de Arbowet?")] Arboplicht Arboplicht,
    [property: Description("Gebeurt het op de werkplek?")] OpDeWerkplek OpDeWerkplek,
    [property: Description("Betalen werknemers zelf mee?")] EigenBijdrage EigenBijdrage,
    [property: StringLength(500, MinimumLength = 1), Description("Toelichting bij de aantekening.")] string? Toelichting = null);
