using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>A scan. While it is open nobody sees how many filled it in.</summary>
public sealed record ScanAnswer
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required ScanStatus Status { get; init; }

    [Description("De laatste dag waarop antwoorden tellen.")]
    public required DateOnly SluitDatum { get; init; }

    public required IReadOnlyList<string> Groepen { get; init; }

    [Description("Hoeveel codes er hoogstens komen; alleen voor coördinatoren.")]
    public int? CodesMaximum { get; init; }

    [Description("Hoeveel codes er zijn uitgegeven; alleen voor coördinatoren.")]
    public int? CodesUitgegeven { get; init; }

    [Description("Wat de scan zegt. Ontbreekt zolang de scan open is; verandert daarna nooit.")]
    public ScanuitslagAnswer? Uitslag { get; init; }

    internal static ScanAnswer Of(ScanRow row, Rol rol, Scanuitslag? uitslag = null) => new()
    {
        Id = row.Id,
        BedrijfId = row.BedrijfId,
        Status = Words.Read<ScanStatus>(row.Status),
        SluitDatum = row.SluitDatum,
        Groepen = row.Groepen,
        CodesMaximum = rol == Rol.Coordinator ? row.CodesMaximum : null,
        CodesUitgegeven = rol == Rol.Coordinator ? row.CodesUitgegeven : null,
        Uitslag = uitslag is null ? null : ScanuitslagAnswer.Of(uitslag, row.Groepen),
    };
}

/// <summary>The figures of a scan.</summary>
public sealed record ScanuitslagAnswer(
    [property: Description("Ten minste zoveel mensen vulden de scan in, op vijven naar beneden. Ontbreekt onder de vijftien; dan is er niets te zien.")]
    int? Aantal,
    [property: Description("Het gemiddelde cijfer van iedereen samen, het laagste eerst.")] IReadOnlyList<OnderwerpCijfer> Onderwerpen,
    [property: Description("Alleen groepen van ten minste vijftien mensen; een groep ontbreekt ook als anders uit te rekenen is wat een kleinere groep zei.")]
    IReadOnlyList<GroepCijfers> Groepen,
    [property: Description("Waar mensen iets aan willen doen, voor zover veel mensen dat kozen en veel niet.")] IReadOnlyList<WensAantal> Wensen)
{
    internal static ScanuitslagAnswer Of(Scanuitslag uitslag, string[] groepen) => new(
        uitslag.Aantal,
        Means(uitslag, 0),
        [.. uitslag.Groepen.Select(groep => new GroepCijfers(groepen[groep.Groep - 1], groep.Aantal, Means(uitslag, groep.Groep)))],
        [.. uitslag.Wensen.Select(wens => new WensAantal(wens.Onderwerp, wens.Aantal))]);

    private static IReadOnlyList<OnderwerpCijfer> Means(Scanuitslag uitslag, int groep) =>
    [
        .. uitslag.Cijfers.Where(cijfer => cijfer.Groep == groep)
            .OrderBy(cijfer => cijfer.Gemiddeld)
            .ThenBy(cijfer => cijfer.Onderwerp)
            .Select(cijfer => new OnderwerpCijfer(cijfer.Onderwerp, cijfer.Gemiddeld)),
    ];
}

/// <summary>How a subject is, from 0 to 10.</summary>
public sealed record OnderwerpCijfer(Onderwerp Onderwerp, [property: Description("Op een tiende.")] decimal Gemiddeld);

/// <summary>The figures of one group.</summary>
public sealed record GroepCijfers(
    string Groep,
    [property: Description("Ten minste zoveel mensen, op vijven naar beneden.")] int Aantal,
    IReadOnlyList<OnderwerpCijfer> Onderwerpen);

/// <summary>How many wish something.</summary>
public sealed record WensAantal(Onderwerp Onderwerp, [property: Description("Ten minste zoveel mensen, op vijven naar beneden.")] int Aantal);
