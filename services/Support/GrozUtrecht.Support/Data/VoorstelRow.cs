using System.Text.Json;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Matching;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>voorstellen</c>, with its beurten.</summary>
internal sealed record VoorstelRow
{
    public const string Columns =
        """
        id, hulpvraag_id, helper_id, status, score, redenen::text AS redenen, aangemaakt_op, beantwoord_op, antwoord_voor_op, afwijzingscode,
        afgewezen_door, helper_akkoord_op, hulpvrager_akkoord_op, matchingronde_id, regels_versie,
        (SELECT jsonb_agg(
            jsonb_build_object('beurtId', p.beurt_id, 'begintOp', to_char(p.begint_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
            ORDER BY p.begint_op, p.beurt_id)::text
          FROM voorstel_beurten p WHERE p.voorstel_id = voorstellen.id) AS beurten
        """;

    public required Guid Id { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    public required string Status { get; init; }

    public required int Score { get; init; }

    public required string Redenen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset? BeantwoordOp { get; init; }

    /// <summary>Null for what a process of an earlier release proposed.</summary>
    public DateTimeOffset? AntwoordVoorOp { get; init; }

    public string? Afwijzingscode { get; init; }

    public string? AfgewezenDoor { get; init; }

    public DateTimeOffset? HelperAkkoordOp { get; init; }

    public DateTimeOffset? HulpvragerAkkoordOp { get; init; }

    public Guid? MatchingrondeId { get; init; }

    /// <summary>The version of the matchingregels of its area; null when a process of the release before them made it.</summary>
    public long? RegelsVersie { get; init; }

    /// <summary>JSON; see <see cref="VoorgesteldeBeurt"/>.</summary>
    public string Beurten { get; init; } = "[]";

    public VoorstelStatus StatusValue => Words<VoorstelStatus>.Read(Status);

    /// <summary>In order of time.</summary>
    public IReadOnlyList<VoorgesteldeBeurt> BeurtenValue => AgendaJson.Read<VoorgesteldeBeurt>(Beurten);

    public VoorstelResponse ToResponse() => new(
        Id,
        HulpvraagId,
        HelperId,
        StatusValue,
        Score,
        JsonSerializer.Deserialize<IReadOnlyList<RedenResponse>>(Redenen, JsonSerializerOptions.Web)!,
        AangemaaktOp,
        BeantwoordOp,
        AntwoordVoorOp,
        [.. BeurtenValue.Select(beurt => new VoorstelBeurtResponse(beurt.BeurtId, beurt.BegintOp))],
        HelperAkkoordOp,
        HulpvragerAkkoordOp,
        Afwijzingscode is null ? null : Words<Afwijzingscode>.Read(Afwijzingscode),
        AfgewezenDoor is null ? null : Words<Rol>.Read(AfgewezenDoor));
}

/// <summary>A beurt of a proposal, and when it would begin.</summary>
internal sealed record VoorgesteldeBeurt(Guid BeurtId, DateTimeOffset BegintOp);
