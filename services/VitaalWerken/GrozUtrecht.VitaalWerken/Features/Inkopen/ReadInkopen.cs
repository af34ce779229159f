using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>Orders: of a company, at the suppliers of the calling partner, and one.</summary>
internal static class ReadInkopen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bedrijven/{id:guid}/inkopen", ListOfBedrijf)
            .WithName("ListInkopen")
            .WithSummary("Inkopen van een bedrijf")
            .WithDescription("In volgorde van bestelling; voor het bedrijf en de coördinator van zijn netwerk.")
            .MayFail(BedrijfFailures.Unknown);
        api.MapGet("/inkopen", ListReceived)
            .WithName("ListOntvangenInkopen")
            .WithSummary("Bestellingen bij uw leveranciers")
            .WithDescription("In volgorde van bestelling.");
        api.MapGet("/inkopen/{id:guid}", Get)
            .WithName("GetInkoop")
            .WithSummary("Inkoop ophalen")
            .WithDescription("Voor het bedrijf, de leverancier en de coördinator van het netwerk. De ETag is de versie voor If-Match.")
            .MayFail(InkoopFailures.Unknown);
    }

    private static async Task<Results<Ok<CursorPage<InkoopAnswer>>, ProblemHttpResult>> ListOfBedrijf(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is null)
                return BedrijfFailures.Unknown.ToProblem();
        }

        return await ReadAsync(database, page, "bedrijf_id = @of", id, http.RequestAborted);
    }

    private static Task<Results<Ok<CursorPage<InkoopAnswer>>, ProblemHttpResult>> ListReceived(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) =>
        ReadAsync(database, page, "leverancier_partner_id = @of", http.User.PartnerId(), http.RequestAborted);

    private static Task<Results<Ok<CursorPage<InkoopAnswer>>, ProblemHttpResult>> ReadAsync(
        NpgsqlDataSource database, PageQuery page, string whose, Guid of, CancellationToken cancellationToken) =>
        IdPage.ReadAsync<InkoopRow, InkoopAnswer>(
            database,
            page,
            $"SELECT {InkoopStore.Columns} FROM inkopen WHERE {whose} AND id > @after ORDER BY id LIMIT @limit",
            new { of },
            InkoopAnswer.Of,
            row => row.Id,
            cancellationToken);

    private static async Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await InkoopStore.FindAsync(connection, id, isLocked: false, http.RequestAborted) is not { } row)
            return InkoopFailures.Unknown.ToProblem();
        if (row.LeverancierPartnerId != http.User.PartnerId()
            && await Toegang.FindAsync(connection, row.BedrijfId, http.User, isLocked: false, http.RequestAborted) is null)
        {
            return InkoopFailures.Unknown.ToProblem();
        }

        ETags.Set(http, row.Version);
        return TypedResults.Ok(InkoopAnswer.Of(row));
    }
}
