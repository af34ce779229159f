using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>A meeting as the company and the coordinators of its network see it.</summary>
public sealed record InspiratieAnswer
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required InspiratieStatus Status { get; init; }

    public required string Plek { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int VerwachtAantal { get; init; }

    [Description("Hoeveel mensen er waren. Ontbreekt als het er minder dan vijf waren.")]
    public int? AanwezigAantal { get; init; }

    [Description("Het moment waarop de bijeenkomst eindigde, als zij is gehouden.")]
    public DateTimeOffset? GehoudenOp { get; init; }

    [Description("True als er veertien dagen na de bijeenkomst niets is afgesproken.")]
    public required bool OpvolgingTeLaat { get; init; }

    [Description("Wat er na de bijeenkomst is afgesproken.")]
    public IReadOnlyList<Vervolgafspraak>? Afspraken { get; init; }

    public DateOnly? OpvolgingDatum { get; init; }

    public DateTimeOffset? AfgelastOp { get; init; }

    [Description("Sinds wanneer de belangstelling vaststaat; daarvoor is er niets van te zien.")]
    public DateTimeOffset? BelangstellingGeslotenOp { get; init; }

    internal static InspiratieAnswer Of(InspiratieRow row, DateTimeOffset now) => new()
    {
        Id = row.Id,
        BedrijfId = row.BedrijfId,
        Status = row.StatusValue,
        Plek = row.Plek,
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        VerwachtAantal = row.VerwachtAantal,
        AanwezigAantal = Shown(row.AanwezigAantal),
        GehoudenOp = row.GehoudenOp,
        OpvolgingTeLaat = Bijeenkomstplan.IsOverdue(row.StatusValue, row.EindigtOp, now),
        Afspraken = row.Afspraken is null ? null : Words.Read<Vervolgafspraak>(row.Afspraken),
        OpvolgingDatum = row.OpvolgingDatum,
        AfgelastOp = row.AfgelastOp,
        BelangstellingGeslotenOp = row.GeslotenOp,
    };

    /// <summary>Attendance of so few is not told.</summary>
    internal static int? Shown(int? aanwezig) => aanwezig >= Domain.Inspiratie.Belangstelling.Fewest ? aanwezig : null;
}

/// <summary>One meeting with its programme and, once that is made, the interest.</summary>
public sealed record InspiratieDetailAnswer(
    InspiratieAnswer Bijeenkomst,
    [property: Description("Het programma, op volgorde.")] IReadOnlyList<OnderdeelAnswer> Onderdelen,
    [property: Description("Waarover medewerkers meer willen weten; ontbreekt zolang de belangstelling open is.")] BelangstellingAnswer? Belangstelling = null);

/// <summary>One part of the programme.</summary>
public sealed record OnderdeelAnswer(string Titel, Guid LeverancierId, string Leverancier, DateTimeOffset BegintOp, DateTimeOffset EindigtOp)
{
    internal static OnderdeelAnswer Of(OnderdeelRow row) => new(row.Titel, row.LeverancierId, row.Leverancier, row.BegintOp, row.EindigtOp);
}

/// <summary>The interest of employees, made once.</summary>
public sealed record BelangstellingAnswer(
    [property: Description("Ten minste zoveel antwoorden, op vijven naar beneden; ontbreekt onder de vijf.")] int? Aantal,
    [property: Description("Alleen onderwerpen waarvan de cijfers samen nooit over minder dan vijf mensen gaan.")] IReadOnlyList<OnderwerpAantal> Onderwerpen);

/// <summary>How many chose a subject.</summary>
public sealed record OnderwerpAantal(
    Onderwerp Onderwerp, [property: Description("Ten minste zoveel mensen, op vijven naar beneden.")] int Aantal);
