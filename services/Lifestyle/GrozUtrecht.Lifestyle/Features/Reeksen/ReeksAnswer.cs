using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>A series of sessions, and how far it has been planned.</summary>
public sealed record ReeksAnswer
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required Frequentie Frequentie { get; init; }

    public required int Elke { get; init; }

    public required IReadOnlyList<Weekdag> Weekdagen { get; init; }

    public int? DagVanMaand { get; init; }

    public Maandweek? WeekVanMaand { get; init; }

    public required DateOnly Vanaf { get; init; }

    public DateOnly? Tot { get; init; }

    public int? Aantal { get; init; }

    public required string Begintijd { get; init; }

    public required int DuurMinuten { get; init; }

    public required bool OverslaanInVakanties { get; init; }

    public required bool OverslaanOpFeestdagen { get; init; }

    [Description("Tot deze dag zijn de sessies gemaakt; de reeks groeit vanzelf mee tot 26 weken vooruit.")]
    public required DateOnly GeplandTot { get; init; }

    [Description("Hoeveel sessies er sinds `vanaf` gemaakt zijn.")]
    public required int AantalGepland { get; init; }

    [Description("Of er nog sessies bij komen.")]
    public required bool Loopt { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    internal static ReeksAnswer Of(ReeksRow row)
    {
        var regel = row.ToRegel();
        return new()
        {
            Id = row.Id,
            ActiviteitId = row.ActiviteitId,
            Frequentie = regel.Herhaling.Frequentie,
            Elke = row.Elke,
            Weekdagen = regel.Herhaling.Weekdagen,
            DagVanMaand = row.DagVanMaand,
            WeekVanMaand = regel.Herhaling.WeekVanMaand,
            Vanaf = row.Vanaf,
            Tot = row.Tot,
            Aantal = row.Aantal,
            Begintijd = row.Begintijd,
            DuurMinuten = row.DuurMinuten,
            OverslaanInVakanties = row.OverslaanInVakanties,
            OverslaanOpFeestdagen = row.OverslaanOpFeestdagen,
            GeplandTot = row.GeplandTot,
            AantalGepland = row.AantalGepland,
            Loopt = row.Loopt,
            AangemaaktOp = row.AangemaaktOp,
            GewijzigdOp = row.GewijzigdOp,
        };
    }
}

/// <summary>One day that the rule names.</summary>
public sealed record ReeksdagAnswer(
    DateOnly Dag,
    DateTimeOffset BegintOp,
    DateTimeOffset EindigtOp,
    [property: Description("Waarom er op deze dag geen sessie komt; leeg als zij er wel komt.")] Overslagreden? Overgeslagen,
    [property: Description("De vakantie of feestdag.")] string? Toelichting)
{
    internal static ReeksdagAnswer Of(Reeksdag dag) => new(dag.Dag, dag.BegintOp, dag.EindigtOp, dag.Reden, dag.Reden switch
    {
        Overslagreden.Vakantie => Schoolvakanties.NameOf(dag.Dag),
        Overslagreden.Feestdag => Feestdagen.NameOf(dag.Dag),
        Overslagreden.VakantiesOnbekend => $"De schoolvakanties zijn bekend tot en met {Schoolvakanties.KnownUntil:yyyy-MM-dd}.",
        _ => null,
    });
}

/// <summary>What a series would become.</summary>
public sealed record ReeksvoorbeeldAnswer(
    [property: Description("De dagen van de eerste 26 weken, met en zonder sessie.")] IReadOnlyList<ReeksdagAnswer> Dagen,
    [property: Description("Hoeveel sessies er meteen komen.")] int Aantal,
    [property: Description("Verder zijn de schoolvakanties niet bekend; een reeks die ze overslaat wacht daar.")] DateOnly VakantiesBekendTot);

/// <summary>A session that stayed as it was, because people take part in it.</summary>
public sealed record BehoudenSessie(Guid SessieId, DateTimeOffset BegintOp, DateTimeOffset EindigtOp);

/// <summary>What a change did to the sessions to come.</summary>
public sealed record ReekswijzigingAnswer(
    ReeksAnswer Reeks,
    [property: Description("Sessies die een andere tijd kregen.")] int Verplaatst,
    [property: Description("Sessies die vervielen.")] int Vervallen,
    [property: Description("Sessies die erbij kwamen.")] int Toegevoegd,
    [property: Description("Sessies die bleven staan omdat er mensen voor zijn aangemeld.")] IReadOnlyList<BehoudenSessie> Behouden)
{
    internal static IReadOnlyList<BehoudenSessie> Kept(IEnumerable<Reekssessie> sessies) =>
        [.. sessies.Select(sessie => new BehoudenSessie(sessie.Id, sessie.BegintOp, sessie.EindigtOp))];
}
