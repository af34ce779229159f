using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.OpenData;

/// <summary>What everybody may read of a verified aanbieder.</summary>
internal sealed record OpenAanbieder
{
    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string Soort { get; init; }

    public required string Omschrijving { get; init; }

    public string? Website { get; init; }

    public required string[] Gebieden { get; init; }

    public required DateTimeOffset GeverifieerdOp { get; init; }
}

/// <summary>One of its published activities.</summary>
internal sealed record OpenActiviteit
{
    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    public required int PrijsCenten { get; init; }

    public required string[] Drempels { get; init; }
}

/// <summary>One of the next sessions of such an activity.</summary>
internal sealed record OpenSessie
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required string Locatienaam { get; init; }

    public required int VrijePlaatsen { get; init; }
}

/// <summary>Reads what stands on the public pages: nothing of an aanbieder who is not verified.</summary>
internal static class OpenAanbieders
{
    public const int MaximumListed = 300;
    private const int MaximumActiviteiten = 100;
    private const int NextSessions = 5;

    private const string Columns = "id, naam, soort, omschrijving, website, gebieden, beoordeeld_op AS geverifieerd_op";

    public static async Task<IReadOnlyList<OpenAanbieder>> ListAsync(NpgsqlConnection connection, string? gebied, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<OpenAanbieder>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM aanbieders
            WHERE status = 'geverifieerd' AND (@gebied::text IS NULL OR @gebied = ANY (gebieden))
            ORDER BY lower(naam), id
            LIMIT @MaximumListed
            """,
            new { gebied, MaximumListed },
            cancellationToken: cancellationToken))).AsList();

    public static Task<OpenAanbieder?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<OpenAanbieder>(new CommandDefinition(
            $"SELECT {Columns} FROM aanbieders WHERE id = @id AND status = 'geverifieerd'", new { id }, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<OpenActiviteit>> ActiviteitenAsync(
        NpgsqlConnection connection, Guid aanbiederId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<OpenActiviteit>(new CommandDefinition(
            """
            SELECT id, naam, omschrijving, postcode, locatienaam, prijs_centen, drempels
            FROM activiteiten
            WHERE aanbieder_id = @aanbiederId AND status = 'gepubliceerd'
            ORDER BY lower(naam), id
            LIMIT @MaximumActiviteiten
            """,
            new { aanbiederId, MaximumActiviteiten },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<ILookup<Guid, OpenSessie>> NextSessionsAsync(
        NpgsqlConnection connection, Guid[] activiteitIds, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<OpenSessie>(new CommandDefinition(
            """
            SELECT s.id, s.activiteit_id, s.begint_op, s.eindigt_op, coalesce(s.locatienaam, a.locatienaam) AS locatienaam,
                   s.capaciteit - s.bezet AS vrije_plaatsen
            FROM activiteiten a
            CROSS JOIN LATERAL (
              SELECT * FROM sessies
              WHERE activiteit_id = a.id AND sessie_status = 'gepland' AND begint_op > @now
              ORDER BY begint_op
              LIMIT @NextSessions) AS s
            WHERE a.id = ANY (@activiteitIds)
            ORDER BY s.begint_op, s.id
            """,
            new { activiteitIds, now, NextSessions },
            cancellationToken: cancellationToken))).ToLookup(sessie => sessie.ActiviteitId);
}
