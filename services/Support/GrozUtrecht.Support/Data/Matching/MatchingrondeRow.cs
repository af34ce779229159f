using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Matchingrondes;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Where a run stands.</summary>
internal enum MatchingrondeStatus
{
    Aangevraagd,
    Klaar,
    Mislukt,
}

/// <summary>A row of <c>matchingrondes</c>.</summary>
internal sealed record MatchingrondeRow
{
    public const string Columns =
        """
        id, partner_id, gebied, status, regels::text AS regels, direct, aangevraagd_op, klaar_op, duur_milliseconden, aantal_hulpvragen, aantal_plekken,
        aantal_helpers, aantal_mogelijkheden, aantal_koppelingen, punten, punten_hooguit, optimaal, toepassing, toegepast_op
        """;

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    public required string Status { get; init; }

    /// <summary>The rules as they were when the run was asked for.</summary>
    public required string Regels { get; init; }

    public required bool Direct { get; init; }

    public required DateTimeOffset AangevraagdOp { get; init; }

    public DateTimeOffset? KlaarOp { get; init; }

    public int? DuurMilliseconden { get; init; }

    public int? AantalHulpvragen { get; init; }

    public int? AantalPlekken { get; init; }

    public int? AantalHelpers { get; init; }

    public int? AantalMogelijkheden { get; init; }

    public int? AantalKoppelingen { get; init; }

    public long? Punten { get; init; }

    public long? PuntenHooguit { get; init; }

    public bool? Optimaal { get; init; }

    public string? Toepassing { get; init; }

    public DateTimeOffset? ToegepastOp { get; init; }

    public Matchingregels ToRegels() => AgendaJson.ReadOne<Matchingregels>(Regels);

    public MatchingrondeResponse ToResponse() => new(
        Id,
        Gebied,
        Words<MatchingrondeStatus>.Read(Status),
        ToRegels().Versie,
        AangevraagdOp,
        KlaarOp,
        DuurMilliseconden,
        AantalHulpvragen,
        AantalPlekken,
        AantalHelpers,
        AantalMogelijkheden,
        AantalKoppelingen,
        Punten,
        PuntenHooguit,
        Optimaal,
        Toepassing,
        ToegepastOp);
}
