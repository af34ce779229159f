using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Where an invitation stands.</summary>
public enum Uitnodigingstatus
{
    Uitgenodigd,
    Toegezegd,
    Afgezegd,
    Ingetrokken,
}

/// <summary>An invitation, with what was promised in answer.</summary>
public sealed record UitnodigingAnswer
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    public required Guid AanbiederId { get; init; }

    public required Uitnodigingstatus Status { get; init; }

    [Description("Wat de aanbieder krijgt, in eurocenten; telt mee in het budget tot een van beiden het terugneemt.")]
    public required int KostenCenten { get; init; }

    [Description("Rondes waarin de aanbieder er niet is.")]
    public required IReadOnlyList<int> NietInRondes { get; init; }

    [Description("True als de rondes van deze aanbieder op elkaar moeten aansluiten.")]
    public required bool Aansluitend { get; init; }

    public required IReadOnlyList<ToezeggingAnswer> Toezeggingen { get; init; }

    public required DateTimeOffset UitgenodigdOp { get; init; }

    public DateTimeOffset? BeantwoordOp { get; init; }

    internal static UitnodigingAnswer Of(UitnodigingRow row, IEnumerable<ToezeggingRow> toezeggingen) => new()
    {
        Id = row.Id,
        ProeverijId = row.ProeverijId,
        AanbiederId = row.AanbiederId,
        Status = Words.Read<Uitnodigingstatus>(row.Status),
        KostenCenten = row.KostenCenten,
        NietInRondes = row.NietInRondes,
        Aansluitend = row.Aansluitend,
        Toezeggingen = [.. toezeggingen.Where(toezegging => toezegging.UitnodigingId == row.Id).Select(ToezeggingAnswer.Of)],
        UitgenodigdOp = row.UitgenodigdOp,
        BeantwoordOp = row.BeantwoordOp,
    };
}

/// <summary>What an aanbieder promised to let people taste.</summary>
public sealed record ToezeggingAnswer(
    Guid Id, Guid ActiviteitId, string Activiteit, int AantalRondes, int Capaciteit, int DuurMinuten, Ruimtesoort? Ruimtesoort, bool Rolstoel)
{
    internal static ToezeggingAnswer Of(ToezeggingRow row) => new(
        row.Id,
        row.ActiviteitId,
        row.Naam,
        row.AantalRondes,
        row.Capaciteit,
        row.DuurMinuten,
        row.Ruimtesoort is null ? null : Words.Read<Ruimtesoort>(row.Ruimtesoort),
        row.Rolstoel);
}
