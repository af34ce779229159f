using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>Who said no, and why.</summary>
public sealed record KoppelafwijzingAnswer(
    [property: Description("Welke kant nee zei.")] Koppelingzijde Door,
    [property: Description("De reden.")] Afwijsreden Reden,
    [property: Description("Wat erbij geschreven is.")] string? Toelichting,
    [property: Description("Alleen als ander aanbod gekozen is: hoe dit aanbod het deed.")] KoppelvergelijkingAnswer? Vergelijking)
{
    internal static KoppelafwijzingAnswer? Of(KoppelingRow row) => row is { AfgewezenDoor: { } door, Afwijsreden: { } reden }
        ? new(Words.Read<Koppelingzijde>(door), Words.Read<Afwijsreden>(reden), row.Toelichting, KoppelvergelijkingAnswer.Of(row.ReadVergelijking()))
        : null;
}

/// <summary>How an offer did beside the one that was taken, without anything of that one.</summary>
public sealed record KoppelvergelijkingAnswer(
    [property: Description("De eigen score.")] int Score,
    [property: Description("True als het gekozen aanbod in totaal meer punten had.")] bool LagereScoreDanGekozen,
    [property: Description("De eigen punten per onderdeel.")] IReadOnlyList<VergelijkingstermAnswer> Termen)
{
    internal static KoppelvergelijkingAnswer? Of(Koppelvergelijking? vergelijking) => vergelijking is null ? null : new(
        vergelijking.Score,
        vergelijking.LagereScoreDanGekozen,
        [.. vergelijking.Termen.Select(term => new VergelijkingstermAnswer(term.Code, term.Punten, term.Maximum, term.MinderDanGekozen))]);
}

/// <summary>One term of the comparison.</summary>
public sealed record VergelijkingstermAnswer(
    [property: Description("Het onderdeel.")] string Code,
    [property: Description("De eigen punten.")] int Punten,
    [property: Description("Hoeveel punten het ten hoogste zijn.")] int Maximum,
    [property: Description("True als het gekozen aanbod hier meer punten had; leeg waar dat iets over de ander zou zeggen.")] bool? MinderDanGekozen);
