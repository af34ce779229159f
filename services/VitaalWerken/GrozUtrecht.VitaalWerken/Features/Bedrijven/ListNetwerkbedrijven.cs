using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>GET /vitaliteitsnetwerken/{gebied}/bedrijven</c>: all companies of a network, for who coordinates it.</summary>
internal static class ListNetwerkbedrijven
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/vitaliteitsnetwerken/{gebied}/bedrijven", Handle)
        .RequireScope(Toegang.CoordinatorScope)
        .WithSummary("Bedrijven van een netwerk")
        .WithDescription($"Alle bedrijven van een netwerk, van welke partner ook, in volgorde van aanmelden. Vraagt `{Toegang.CoordinatorScope}` en een aanwijzing voor dit gebied.")
        .MayFail(NetwerkFailures.NotCoordinator);

    private static async Task<Results<Ok<CursorPage<BedrijfAnswer>>, ProblemHttpResult>> Handle(
        [StringLength(60), Description("Code van het gebied.")] string gebied,
        [FromQuery, RegularExpression("^(belangstellend|lid|vertrokken)$"), Description("Status in het netwerk.")] string? status,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
        {
            if (!await Toegang.IsCoordinatorAsync(connection, gebied, http.User, http.RequestAborted))
                return NetwerkFailures.NotCoordinator.ToProblem();
        }

        return await IdPage.ReadAsync<BedrijfRow, BedrijfAnswer>(
            database,
            page,
            $"""
            SELECT {BedrijfStore.Columns} FROM bedrijven
            WHERE gebied = @gebied AND id > @after AND (@status::text IS NULL OR status = @status)
            ORDER BY id LIMIT @limit
            """,
            new { gebied, status },
            BedrijfAnswer.Of,
            row => row.Id,
            http.RequestAborted);
    }
}
