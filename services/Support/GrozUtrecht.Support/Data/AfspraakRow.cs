using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Afspraken;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>afspraken</c>.</summary>
internal sealed record AfspraakRow
{
    public const string Columns =
        """
        id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, status, helper_doorgegaan, helper_duur_minuten,
        hulpvrager_doorgegaan, hulpvrager_duur_minuten, bijgeschreven_minuten, bijgeschreven_op, version, aangemaakt_op, beurt_id, plek,
        afgemeld_op, afgemeld_door, afmeldcode, laat_afgemeld, niet_verschenen
        """;

    public required Guid Id { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid VoorstelId { get; init; }

    public required Guid HelperId { get; init; }

    public required int DuurMinuten { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required string Status { get; init; }

    public bool? HelperDoorgegaan { get; init; }

    public int? HelperDuurMinuten { get; init; }

    public bool? HulpvragerDoorgegaan { get; init; }

    public int? HulpvragerDuurMinuten { get; init; }

    public int? BijgeschrevenMinuten { get; init; }

    public DateTimeOffset? BijgeschrevenOp { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required Guid BeurtId { get; init; }

    /// <summary>Null for a maatje, who comes along and fills none.</summary>
    public int? Plek { get; init; }

    public DateTimeOffset? AfgemeldOp { get; init; }

    public string? AfgemeldDoor { get; init; }

    public string? Afmeldcode { get; init; }

    public bool? LaatAfgemeld { get; init; }

    /// <summary>Who did not show up, as the other side or the same one said.</summary>
    public string? NietVerschenen { get; init; }

    public Afspraak ToDomain() => new(
        Words<AfspraakStatus>.Read(Status),
        HelperDoorgegaan is { } helper ? new(helper, HelperDuurMinuten!.Value) : null,
        HulpvragerDoorgegaan is { } hulpvrager ? new(hulpvrager, HulpvragerDuurMinuten!.Value) : null);

    public AfspraakRow With(Afspraak afspraak) => this with
    {
        Status = Words<AfspraakStatus>.Of(afspraak.Status),
        HelperDoorgegaan = afspraak.Helper?.Doorgegaan,
        HelperDuurMinuten = afspraak.Helper?.DurationMinutes,
        HulpvragerDoorgegaan = afspraak.Hulpvrager?.Doorgegaan,
        HulpvragerDuurMinuten = afspraak.Hulpvrager?.DurationMinutes,
        Version = Version + 1,
    };

    public AfspraakResponse ToResponse()
    {
        var afspraak = ToDomain();
        return new(
            Id,
            HulpvraagId,
            VoorstelId,
            HelperId,
            afspraak.Status,
            BegintOp,
            DuurMinuten,
            BevestigingResponse.Of(afspraak.Helper),
            BevestigingResponse.Of(afspraak.Hulpvrager),
            BijgeschrevenMinuten,
            BijgeschrevenOp,
            AangemaaktOp,
            BeurtId,
            Plek is null,
            AfgemeldOp is null ? null : new(Words<Rol>.Read(AfgemeldDoor!), Words<Afmeldcode>.Read(Afmeldcode!), LaatAfgemeld!.Value, AfgemeldOp.Value),
            NietVerschenen is null ? null : Words<Rol>.Read(NietVerschenen));
    }
}
