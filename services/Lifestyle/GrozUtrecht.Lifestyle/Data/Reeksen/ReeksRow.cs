using System.Globalization;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Data.Reeksen;

/// <summary>One row of <c>reeksen</c>.</summary>
internal sealed record ReeksRow
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string Frequentie { get; init; }

    public required int Elke { get; init; }

    public required string[] Weekdagen { get; init; }

    public int? DagVanMaand { get; init; }

    public string? WeekVanMaand { get; init; }

    public required DateOnly Vanaf { get; init; }

    public DateOnly? Tot { get; init; }

    public int? Aantal { get; init; }

    public required string Begintijd { get; init; }

    public required int DuurMinuten { get; init; }

    public required bool OverslaanInVakanties { get; init; }

    public required bool OverslaanOpFeestdagen { get; init; }

    public required DateOnly GeplandTot { get; init; }

    public required int AantalGepland { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    /// <summary>Whether sessions will still be added.</summary>
    public bool Loopt => (Tot is null || Tot >= GeplandTot) && (Aantal is null || AantalGepland < Aantal);

    public Reeksregel ToRegel() => new(
        new Herhaling(
            Words.Read<Frequentie>(Frequentie),
            Elke,
            Words.Read<Weekdag>(Weekdagen),
            DagVanMaand,
            WeekVanMaand is { } week ? Words.Read<Maandweek>(week) : null),
        Vanaf,
        TimeOnly.ParseExact(Begintijd, "HH:mm", CultureInfo.InvariantCulture),
        DuurMinuten)
    {
        Tot = Tot,
        Aantal = Aantal,
        OverslaanInVakanties = OverslaanInVakanties,
        OverslaanOpFeestdagen = OverslaanOpFeestdagen,
    };

    /// <summary>The same series by another rule.</summary>
    public ReeksRow With(Reeksregel regel) => this with
    {
        Frequentie = Words.Of(regel.Herhaling.Frequentie),
        Elke = regel.Herhaling.Elke,
        Weekdagen = Words.Of(regel.Herhaling.Weekdagen),
        DagVanMaand = regel.Herhaling.DagVanMaand,
        WeekVanMaand = regel.Herhaling.WeekVanMaand is { } week ? Words.Of(week) : null,
        Vanaf = regel.Vanaf,
        Tot = regel.Tot,
        Aantal = regel.Aantal,
        Begintijd = regel.Begintijd.ToString("HH:mm", CultureInfo.InvariantCulture),
        DuurMinuten = regel.DuurMinuten,
        OverslaanInVakanties = regel.OverslaanInVakanties,
        OverslaanOpFeestdagen = regel.OverslaanOpFeestdagen,
    };
}
