using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>GET /bedrijven/{id}/programmas</c>: the programmes of a company.</summary>
internal static class ListProgrammas
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{id:guid}/programmas", Handle)
        .WithSummary("Programma's van een bedrijf")
        .WithDescription("Voor het bedrijf en de coördinator van zijn netwerk, in volgorde van aanmaken.")
        .MayFail(BedrijfFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<ProgrammaAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is null)
                return BedrijfFailures.Unknown.ToProblem();
        }

        return await IdPage.ReadAsync<ProgrammaRow, ProgrammaAnswer>(
            database,
            page,
            $"SELECT {ProgrammaStore.Columns} FROM programmas WHERE bedrijf_id = @id AND id > @after ORDER BY id LIMIT @limit",
            new { id },
            ProgrammaAnswer.Of,
            row => row.Id,
            http.RequestAborted);
    }
}
