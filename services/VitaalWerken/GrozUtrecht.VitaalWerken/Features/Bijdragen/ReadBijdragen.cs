using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>Contributions: of a company, to the calling partner, and one.</summary>
internal static class ReadBijdragen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bedrijven/{id:guid}/bijdragen", ListGiven)
            .WithName("ListBijdragen")
            .WithSummary("Bijdragen van een bedrijf")
            .WithDescription("In volgorde van toezegging; voor het bedrijf en de coördinator van zijn netwerk.")
            .MayFail(BedrijfFailures.Unknown);
        api.MapGet("/bijdragen", ListReceived)
            .WithName("ListOntvangenBijdragen")
            .WithSummary("Bijdragen aan uw organisatie")
            .WithDescription("Wat bedrijven uw organisatie, haar wijkpotten of haar leveranciers toezegden, in volgorde van toezegging.");
        api.MapGet("/bijdragen/{id:guid}", Get)
            .WithName("GetBijdrage")
            .WithSummary("Bijdrage ophalen")
            .WithDescription("Voor wie geeft, wie ontvangt en de coördinator van het netwerk. De ETag is de versie voor If-Match.")
            .MayFail(BijdrageFailures.Unknown);
    }

    private static async Task<Results<Ok<CursorPage<BijdrageAnswer>>, ProblemHttpResult>> ListGiven(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is null)
                return BedrijfFailures.Unknown.ToProblem();
        }

        return await ReadAsync(database, page, "bedrijf_id = @of", id, http.RequestAborted);
    }

    private static Task<Results<Ok<CursorPage<BijdrageAnswer>>, ProblemHttpResult>> ListReceived(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) =>
        ReadAsync(database, page, "ontvanger_partner_id = @of", http.User.PartnerId(), http.RequestAborted);

    private static Task<Results<Ok<CursorPage<BijdrageAnswer>>, ProblemHttpResult>> ReadAsync(
        NpgsqlDataSource database, PageQuery page, string whose, Guid of, CancellationToken cancellationToken) =>
        IdPage.ReadAsync<BijdrageRow, BijdrageAnswer>(
            database,
            page,
            $"SELECT {BijdrageStore.Columns} FROM bijdragen WHERE {whose} AND id > @after ORDER BY id LIMIT @limit",
            new { of },
            BijdrageAnswer.Of,
            row => row.Id,
            cancellationToken);

    private static async Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Bijdragetoegang.FindAsync(connection, id, http, isLocked: false) is not { Row: var row })
            return BijdrageFailures.Unknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(BijdrageAnswer.Of(row));
    }
}
