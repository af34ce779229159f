using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>Scans of a company, with their figures once they are closed.</summary>
internal static class ReadMedewerkersscans
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bedrijven/{bedrijfId:guid}/medewerkersscans/{id:guid}", Get)
            .WithName("GetMedewerkersscan")
            .WithSummary("Medewerkersscan ophalen")
            .WithDescription("Voor het bedrijf en de coördinatoren van zijn netwerk. De uitslag is er als de scan gesloten is, en voor ieder dezelfde.")
            .MayFail(BehoefteFailures.ScanUnknown);
        api.MapGet("/bedrijven/{bedrijfId:guid}/medewerkersscans", List)
            .WithName("ListMedewerkersscans")
            .WithSummary("Medewerkersscans van een bedrijf")
            .WithDescription("In volgorde van openen, zonder uitslag.")
            .MayFail(BedrijfFailures.Unknown);
    }

    private static async Task<Results<Ok<ScanAnswer>, ProblemHttpResult>> Get(Guid bedrijfId, Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await EigenScan.FindAsync(connection, bedrijfId, id, http, isLocked: false) is not { } found)
            return BehoefteFailures.ScanUnknown.ToProblem();
        var uitslag = found.Row.IsOpen ? null : await ScanuitslagStore.ReadAsync(connection, id, found.Row.Aantal, http.RequestAborted);
        return TypedResults.Ok(ScanAnswer.Of(found.Row, found.Rol, uitslag));
    }

    private static async Task<Results<Ok<CursorPage<ScanAnswer>>, ProblemHttpResult>> List(
        Guid bedrijfId, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is not { Rol: var rol })
            return BedrijfFailures.Unknown.ToProblem();
        return await IdPage.ReadAsync<ScanRow, ScanAnswer>(
            database,
            page,
            $"SELECT {ScanStore.Columns} FROM medewerkersscans WHERE id > @after AND bedrijf_id = @bedrijfId ORDER BY id LIMIT @limit",
            new { bedrijfId },
            row => ScanAnswer.Of(row, rol),
            row => row.Id,
            http.RequestAborted);
    }
}
