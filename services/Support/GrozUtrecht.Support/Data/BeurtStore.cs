using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>beurten</c>.</summary>
internal sealed record BeurtRow
{
    public required Guid Id { get; init; }

    public required int Volgnummer { get; init; }

    public required int DuurMinuten { get; init; }

    public required int Plekken { get; init; }

    public required DateTime[] VenstersVan { get; init; }

    public required DateTime[] VenstersTot { get; init; }

    public Beurt ToDomain() => ToDomain(Id, Volgnummer, DuurMinuten, Plekken, VenstersVan, VenstersTot);

    public static Beurt ToDomain(Guid id, int number, int durationMinutes, int places, DateTime[] van, DateTime[] tot) =>
        new(id, number, durationMinutes, places, [.. van.Select((start, index) => new Venster(new(start), new(tot[index])))]);
}

internal static class BeurtStore
{
    /// <summary>
    /// Of a row <c>b</c> of beurten of a row <c>v</c> of hulpvragen: was not called off, has a free plek, and time left to fill it. Help that was registered
    /// afterwards can be filled as long as nobody was planned for it.
    /// </summary>
    public const string IsOpen =
        """
        b.vervallen_op IS NULL
        AND (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan') < b.plekken
        AND ((SELECT max(tot) FROM unnest(b.vensters_tot) AS tot) > @now
          OR (b.vensters_van[1] < v.aangemaakt_op AND NOT EXISTS (SELECT FROM afspraken a WHERE a.beurt_id = b.id)))
        """;

    /// <summary>What decides on the status of a hulpvraag.</summary>
    public static Task<Beurtenstand> StandAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<Beurtenstand>(new CommandDefinition(
            $"""
            SELECT (SELECT count(*)::integer FROM beurten b JOIN hulpvragen v ON v.id = b.hulpvraag_id WHERE b.hulpvraag_id = @hulpvraagId AND {IsOpen}) AS open,
              (SELECT count(*)::integer FROM afspraken WHERE hulpvraag_id = @hulpvraagId AND status IN ('gepland', 'minuten-verschillen')) AS planned,
              (SELECT count(*)::integer FROM afspraken WHERE hulpvraag_id = @hulpvraagId AND status = 'uitgevoerd') AS executed
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));

    /// <summary>Stores all beurten of a new hulpvraag in one statement.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, Guid hulpvraagId, IReadOnlyList<Beurt> beurten, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO beurten (id, hulpvraag_id, volgnummer, duur_minuten, plekken, vensters_van, vensters_tot)
            SELECT b.id, @hulpvraagId, b.volgnummer, b.duur, b.plekken,
              (SELECT array_agg(w.van ORDER BY w.van, w.tot) FROM unnest(@windowOf, @van, @tot) AS w (volgnummer, van, tot) WHERE w.volgnummer = b.volgnummer),
              (SELECT array_agg(w.tot ORDER BY w.van, w.tot) FROM unnest(@windowOf, @van, @tot) AS w (volgnummer, van, tot) WHERE w.volgnummer = b.volgnummer)
            FROM unnest(@ids, @numbers, @durations, @places) AS b (id, volgnummer, duur, plekken)
            """,
            new
            {
                hulpvraagId,
                ids = beurten.Select(beurt => beurt.Id).ToArray(),
                numbers = beurten.Select(beurt => beurt.Volgnummer).ToArray(),
                durations = beurten.Select(beurt => beurt.DurationMinutes).ToArray(),
                places = beurten.Select(beurt => beurt.Plekken).ToArray(),
                windowOf = beurten.SelectMany(beurt => beurt.Vensters.Select(_ => beurt.Volgnummer)).ToArray(),
                van = beurten.SelectMany(beurt => beurt.Vensters.Select(venster => venster.Van.UtcDateTime)).ToArray(),
                tot = beurten.SelectMany(beurt => beurt.Vensters.Select(venster => venster.Tot.UtcDateTime)).ToArray(),
            },
            cancellationToken: cancellationToken));
}
