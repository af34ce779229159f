using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Helpers;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>helpers</c>.</summary>
internal sealed record HelperRow
{
    public const string Columns =
        """
        id, persoon_id, postcode, categorieen, straal_kilometers, maximum_minuten_per_week, talen, soort, vaardigheden, auto, vog_geldig_tot_datum,
        bezwaren, maatje_id, beschikbaarheid::text AS beschikbaarheid, uitzonderingen::text AS uitzonderingen, gepauzeerd_van_datum,
        gepauzeerd_tot_datum, version, aangemaakt_op
        """;

    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required string Postcode { get; init; }

    public required string[] Categorieen { get; init; }

    public required int StraalKilometers { get; init; }

    public required int? MaximumMinutenPerWeek { get; init; }

    public required string[] Talen { get; init; }

    public required string Soort { get; init; }

    public required string[] Vaardigheden { get; init; }

    public required bool Auto { get; init; }

    public DateOnly? VogGeldigTotDatum { get; init; }

    public required string[] Bezwaren { get; init; }

    public Guid? MaatjeId { get; init; }

    /// <summary>JSON, see <see cref="WeekVensterRequest"/>; null for any time.</summary>
    public string? Beschikbaarheid { get; init; }

    /// <summary>JSON, see <see cref="UitzonderingRequest"/>.</summary>
    public required string Uitzonderingen { get; init; }

    public DateOnly? GepauzeerdVanDatum { get; init; }

    public DateOnly? GepauzeerdTotDatum { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public HelperResponse ToResponse() => new(
        Id,
        PersoonId,
        Postcode,
        Postcode4.TryFind(Postcode, out var postcode) ? postcode.Gebied?.Code : null,
        [.. Categorieen.Select(Words<Categorie>.Read)],
        StraalKilometers,
        MaximumMinutenPerWeek,
        Talen,
        AangemaaktOp,
        Words<HelperSoort>.Read(Soort),
        [.. Vaardigheden.Select(Words<Vaardigheid>.Read)],
        Auto,
        VogGeldigTotDatum,
        [.. Bezwaren.Select(Words<Omstandigheid>.Read)],
        MaatjeId,
        Beschikbaarheid is null ? null : AgendaJson.Read<WeekVensterRequest>(Beschikbaarheid),
        AgendaJson.Read<UitzonderingRequest>(Uitzonderingen),
        GepauzeerdVanDatum is { } van ? new PauzeRequest(van, GepauzeerdTotDatum) : null);
}
