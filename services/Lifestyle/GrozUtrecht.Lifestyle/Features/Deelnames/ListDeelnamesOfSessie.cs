using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>GET /sessies/{id}/deelnames</c>: the list at the door, for whose activity it is.</summary>
internal static class ListDeelnamesOfSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sessies/{id:guid}/deelnames", Handle)
        .WithSummary("Deelnames van een sessie")
        .WithDescription("Wie zich aanmeldde voor een sessie van een eigen activiteit, zonder namen, in volgorde van aanmelden.")
        .MayFail(SessieFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<DeelnameAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (await SessiefeitenStore.FindAsync(connection, id, partnerId, http.RequestAborted) is not { } sessie || sessie.EigenaarId != partnerId)
                return SessieFailures.Unknown.ToProblem();
        }

        return await IdPage.ReadAsync<DeelnameRow, DeelnameAnswer>(
            database,
            page,
            $"SELECT {DeelnameStore.Columns} FROM deelnames WHERE sessie_id = @id AND id > @after ORDER BY id LIMIT @limit",
            new { id },
            row => DeelnameAnswer.Of(row, partnerId),
            row => row.Id,
            http.RequestAborted);
    }
}
