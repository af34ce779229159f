using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The rounds and rooms of a proeverij.</summary>
public sealed record IndelingBody(
    [property: Required, MinLength(1), MaxLength(Programmavraag.MaximumRondes), Description("In volgorde van tijd; de eerste is ronde 1.")]
    IReadOnlyList<RondeBody> Rondes,
    [property: Required, MinLength(1), MaxLength(Programmavraag.MaximumRuimtes), Description("Waar geproefd kan worden.")]
    IReadOnlyList<RuimteBody> Ruimtes);

/// <summary>When a round is.</summary>
public sealed record RondeBody(
    [property: Description("Begin, met tijdzone.")] DateTimeOffset BegintOp,
    [property: Description("Einde, met tijdzone.")] DateTimeOffset EindigtOp);

/// <summary>What a room is.</summary>
public sealed record RuimteBody(
    [property: Required, StringLength(25, MinimumLength = 1), Description("Naam waaraan mensen de ruimte herkennen.")] string Naam,
    [property: Range(1, 1_000), Description("Hoeveel mensen er tegelijk kunnen.")] int Capaciteit,
    [property: Description("True als iemand met een rolstoel er kan komen.")] bool Rolstoeltoegankelijk,
    [property: Description("Wat voor ruimte het is.")] Ruimtesoort Soort);

/// <summary>The rounds and rooms as they are.</summary>
public sealed record IndelingAnswer(IReadOnlyList<RondeAnswer> Rondes, IReadOnlyList<RuimteAnswer> Ruimtes)
{
    internal static IndelingAnswer Of(IEnumerable<RondeRow> rondes, IEnumerable<RuimteRow> ruimtes) => new(
        [.. rondes.Select(row => new RondeAnswer(row.Nummer, row.BegintOp, row.EindigtOp))],
        [.. ruimtes.Select(row => new RuimteAnswer(row.Id, row.Naam, row.Capaciteit, row.Rolstoeltoegankelijk, Words.Read<Ruimtesoort>(row.Soort)))]);
}

/// <summary>One round.</summary>
public sealed record RondeAnswer(int Nummer, DateTimeOffset BegintOp, DateTimeOffset EindigtOp);

/// <summary>One room.</summary>
public sealed record RuimteAnswer(Guid Id, string Naam, int Capaciteit, bool Rolstoeltoegankelijk, Ruimtesoort Soort);
