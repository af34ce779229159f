using System.ComponentModel;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>A programme as somebody who takes part sees it, with what they said themselves.</summary>
internal sealed record DeelnameAnswer(
    [property: Description("Naam van het programma.")] string Naam,
    [property: Description("Waar het programma staat.")] ProgrammaStatus Status,
    [property: Description("Eerste dag van het programma.")] DateOnly BeginDatum,
    [property: Description("Laatste dag van het programma.")] DateOnly EindDatum,
    [property: Description("De onderwerpen, om een cijfer voor te geven.")] IReadOnlyList<Onderwerp> Onderwerpen,
    [property: Description("De sessies, in volgorde van tijd.")] IReadOnlyList<EigenSessieAnswer> Sessies,
    [property: Description("De polsmetingen van dit programma, met de eigen antwoorden.")] IReadOnlyList<EigenPolsmetingAnswer> Polsmetingen,
    [property: Description("De eigen ervaring; ontbreekt zolang die niet is gegeven.")] EigenErvaringAnswer? Ervaring);

/// <summary>A session, and whether one is registered for it.</summary>
internal sealed record EigenSessieAnswer(
    [property: Description("Om aan te melden en aanwezigheid te melden.")] Guid SessieSleutel,
    [property: Description("Titel van de module.")] string Titel,
    [property: Description("Waar de module over gaat.")] Onderwerp Onderwerp,
    [property: Description("Begin van de sessie.")] DateTimeOffset BegintOp,
    [property: Description("Einde van de sessie.")] DateTimeOffset EindigtOp,
    [property: Description("Waar het is.")] string Locatie,
    [property: Description("Of u bent aangemeld.")] bool Aangemeld,
    [property: Description("Of u hebt gemeld dat u er was.")] bool Aanwezig);

/// <summary>A pulse, when it can be given, and one's own answers to it.</summary>
internal sealed record EigenPolsmetingAnswer(
    [property: Description("start, midden of einde.")] Polsmoment Moment,
    [property: Description("Of het vandaag kan.")] bool IsOpen,
    [property: Description("Vanaf deze dag kan het; ontbreekt als het vanaf de inschrijving kan.")] DateOnly? VanDatum,
    [property: Description("Tot en met deze dag kan het; ontbreekt zolang die nog niet bekend is.")] DateOnly? TotEnMetDatum,
    [property: Description("De eigen antwoorden; alleen te zien met de eigen sleutel.")] IReadOnlyList<Polsantwoord> Antwoorden);

/// <summary>A mark for one subject.</summary>
public sealed record Polsantwoord(
    [property: Description("Een onderwerp van het programma.")] Onderwerp Onderwerp,
    [property: System.ComponentModel.DataAnnotations.Range(0, 10), Description("Van 0 (heel slecht) tot 10 (heel goed).")] int Cijfer);

/// <summary>What somebody thought of the programme.</summary>
internal sealed record EigenErvaringAnswer(
    [property: Description("Cijfer voor het programma.")] int Cijfer,
    [property: Description("Of u het een collega zou aanraden.")] bool Aanraden);
