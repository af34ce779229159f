using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>One visit of a hulpvraag.</summary>
internal sealed record BeurtResponse(
    [property: Description("Id van de beurt.")] Guid Id,
    [property: Description("1 is de eerste.")] int Volgnummer,
    [property: Description("Hoe lang de hulp naar verwachting duurt.")] int DuurMinuten,
    [property: Description("De beurt vindt plaats binnen een van deze tijden.")] IReadOnlyList<TijdvensterRequest> Tijdvensters,
    [property: Description("Hoeveel helpers er nodig zijn.")] int Plekken,
    [property: Description("Hoeveel er gevonden zijn.")] int BezettePlekken);

internal static class ListBeurten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/beurten", HandleAsync)
        .WithSummary("Beurten van een hulpvraag")
        .WithDescription("Een losse hulpvraag heeft er een; hulp die terugkomt heeft er een per keer, in volgorde van tijd.")
        .MayFail(HulpvraagFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<BeurtResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HulpvraagStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        var rows = await connection.QueryAsync<BezetteBeurt>(new CommandDefinition(
            """
            SELECT b.id, b.volgnummer, b.duur_minuten, b.plekken, b.vensters_van, b.vensters_tot,
              (SELECT count(*)::integer FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan') AS bezet
            FROM beurten b
            WHERE b.hulpvraag_id = @id AND b.volgnummer > @after
            ORDER BY b.volgnummer
            LIMIT @limit
            """,
            new { id, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<BeurtResponse>.Of(
            [.. rows.Select(row => row.ToResponse())], page.Size, beurt => Cursor.Encode(beurt.Volgnummer.ToString(CultureInfo.InvariantCulture))));
    }

    private static bool TryDecode(string? cursor, out int after)
    {
        after = 0;
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 1, out var parts) && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out after));
    }

    private sealed record BezetteBeurt
    {
        public required Guid Id { get; init; }

        public required int Volgnummer { get; init; }

        public required int DuurMinuten { get; init; }

        public required int Plekken { get; init; }

        public required DateTime[] VenstersVan { get; init; }

        public required DateTime[] VenstersTot { get; init; }

        public required int Bezet { get; init; }

        public BeurtResponse ToResponse() =>
            new(Id, Volgnummer, DuurMinuten, [.. VenstersVan.Select((van, index) => new TijdvensterRequest(new(van), new(VenstersTot[index])))], Plekken, Bezet);
    }
}
