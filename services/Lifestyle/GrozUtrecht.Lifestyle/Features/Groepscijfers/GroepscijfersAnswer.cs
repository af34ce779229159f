using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>One figure, or that there is none to show.</summary>
public sealed record GroepscijferAnswer(
    [property: Description("Waar: niet getoond, omdat het over te weinig mensen gaat of omdat met andere cijfers zo'n kleine groep is uit te rekenen.")] bool TeKlein,
    [property: Description("Over hoeveel mensen: ten minste 15, ten minste 20; of te klein om te tonen.")] string Aantal,
    [property: Description("Op een tiende.")] decimal? Gemiddelde = null,
    [property: Description("Standaarddeviatie, op een tiende; niet bij een verandering.")] decimal? Spreiding = null,
    [property: Description("Het kwartaal waarin dit cijfer gemaakt is. Eerder dan gevraagd als er sindsdien te weinig mensen bij kwamen of af gingen.")] string? Kwartaal = null)
{
    private static readonly GroepscijferAnswer TooSmall = new(true, "te klein om te tonen");

    internal static GroepscijferAnswer Of(GroepscijferRow? row) =>
        row is null ? TooSmall : new(false, $"ten minste {row.Aantal}", row.Gemiddelde, row.Spreiding, row.Kwartaal);
}

/// <summary>The figures of one moment.</summary>
public sealed record GroepsmomentAnswer(
    [property: Description("0, 3, 6 of 12 maanden na de start.")] int Maanden,
    [property: Description("Hoe de groep er dan voor staat.")] GroepscijferAnswer Stand,
    [property: Description("Gemiddeld verschil met de start van dezelfde mensen; niet bij 0 maanden.")] GroepscijferAnswer? Verandering);

/// <summary>The figures of one dimension.</summary>
public sealed record GroepsmaatAnswer(string Vragenlijst, int Versie, string Dimensie, IReadOnlyList<GroepsmomentAnswer> Momenten);

/// <summary>The figures of one group.</summary>
public sealed record GroepscijfersAnswer(
    [property: Description("programma, gebied, doelgroep of activiteit.")] string Soort,
    [property: Description("Code van het gebied, de doelgroep of id van de activiteit; leeg bij het hele programma.")] string Sleutel,
    string Kwartaal,
    DateTimeOffset GemaaktOp,
    IReadOnlyList<GroepsmaatAnswer> Maten)
{
    private static readonly int[] Moments = [0, 3, 6, 12];

    internal static GroepscijfersAnswer Of(
        Groep groep, MomentopnameRow momentopname, IReadOnlyList<MaatRow> maten, IReadOnlyList<GroepscijferRow> cijfers)
    {
        var byPlace = cijfers.ToDictionary(row => (row.Vragenlijst, row.Versie, row.Dimensie, row.Maanden, row.Deel));
        return new(Words.Of(groep.Soort), groep.Sleutel, momentopname.Kwartaal, momentopname.GemaaktOp, [.. maten.Select(OfMaat)]);

        GroepsmaatAnswer OfMaat(MaatRow maat) =>
            new(maat.Vragenlijst, maat.Versie, maat.Dimensie, [.. Moments.Select(months => OfMoment(maat, months))]);

        GroepsmomentAnswer OfMoment(MaatRow maat, int months) =>
            new(months, Find(maat, months, Groepsdeel.Stand), months == 0 ? null : Find(maat, months, Groepsdeel.Verandering));

        GroepscijferAnswer Find(MaatRow maat, int months, Groepsdeel deel) =>
            GroepscijferAnswer.Of(byPlace.GetValueOrDefault((maat.Vragenlijst, maat.Versie, maat.Dimensie, months, Words.Of(deel))));
    }
}
