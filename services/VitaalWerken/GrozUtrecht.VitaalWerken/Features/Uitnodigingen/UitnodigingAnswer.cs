using System.ComponentModel;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>To what a code invites.</summary>
public enum UitnodigingSoort
{
    Inspiratiebijeenkomst,
    Medewerkersscan,
    Programma,
}

/// <summary>What an employee sees of an invitation before doing anything with it; the part of its soort is there.</summary>
public sealed record UitnodigingAnswer
{
    public required UitnodigingSoort Soort { get; init; }

    public required string Bedrijf { get; init; }

    public BijeenkomstUitnodiging? Inspiratiebijeenkomst { get; init; }

    public ScanUitnodiging? Medewerkersscan { get; init; }

    public ProgrammaUitnodiging? Programma { get; init; }
}

/// <summary>A meeting to come to, and to tell one's interest of.</summary>
public sealed record BijeenkomstUitnodiging(
    [property: Description("Waar op het werk.")] string Plek,
    DateTimeOffset BegintOp,
    DateTimeOffset EindigtOp,
    [property: Description("Wat er te zien en te doen is.")] IReadOnlyList<UitnodigingOnderdeel> Onderdelen,
    [property: Description("Tot en met deze dag kunt u zeggen waarover u meer wilt weten.")] DateOnly BelangstellingTotEnMet);

/// <summary>One part of a meeting.</summary>
public sealed record UitnodigingOnderdeel(string Titel, string Spreker, DateTimeOffset BegintOp, DateTimeOffset EindigtOp);

/// <summary>The questions of a scan.</summary>
public sealed record ScanUitnodiging(
    [property: Description("Tot en met deze dag kunt u de scan invullen.")] DateOnly InTeVullenTotEnMet,
    [property: Description("De groepen waaruit u er een kiest; leeg als er geen groepen zijn.")] IReadOnlyList<string> Groepen,
    [property: Description("Per onderwerp een vraag, te beantwoorden met een cijfer van 0 tot en met 10.")] IReadOnlyList<ScanvraagAnswer> Vragen);

/// <summary>One question of a scan.</summary>
public sealed record ScanvraagAnswer(Onderwerp Onderwerp, string Vraag);

/// <summary>A programme to enrol in.</summary>
public sealed record ProgrammaUitnodiging(
    Guid ProgrammaId,
    [property: Description("Wat het programma is, in gewone zinnen.")] IReadOnlyList<string> Samenvatting);
