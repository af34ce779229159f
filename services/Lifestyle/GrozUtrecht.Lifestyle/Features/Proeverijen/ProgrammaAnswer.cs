using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The tastings of a proeverij in order of time.</summary>
public sealed record ProgrammaAnswer(
    IReadOnlyList<ProefAnswer> Proeven,
    [property: Description("Bij samenstellen: true als geen ander programma meer verschillende dimensies in zijn rondes heeft.")] bool? Best = null)
{
    internal static ProgrammaAnswer Of(IEnumerable<ProefRow> rows, bool? best = null) => new([.. rows.Select(ProefAnswer.Of)], best);
}

/// <summary>One tasting.</summary>
public sealed record ProefAnswer
{
    public required int Ronde { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required Guid RuimteId { get; init; }

    public required string Ruimte { get; init; }

    public required Guid AanbiederId { get; init; }

    public required string Aanbieder { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Activiteit { get; init; }

    public required IReadOnlyList<Dimensie> Dimensies { get; init; }

    public required int Capaciteit { get; init; }

    [Description("Hoeveel plaatsen bezet zijn; vanaf dat het programma is vastgesteld.")]
    public int? Bezet { get; init; }

    [Description("De sessie waarvoor mensen zich inschrijven; vanaf dat het programma is vastgesteld.")]
    public Guid? SessieId { get; init; }

    internal static ProefAnswer Of(ProefRow row) => new()
    {
        Ronde = row.Ronde,
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        RuimteId = row.RuimteId,
        Ruimte = row.Ruimte,
        AanbiederId = row.AanbiederId,
        Aanbieder = row.Aanbieder,
        ActiviteitId = row.ActiviteitId,
        Activiteit = row.Activiteit,
        Dimensies = Words.Read<Dimensie>(row.Dimensies),
        Capaciteit = row.Capaciteit,
        Bezet = row.Bezet,
        SessieId = row.SessieId,
    };
}
