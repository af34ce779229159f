using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>GET /deelnames</c>: what this partner registered, for one person when asked.</summary>
internal static class ListDeelnames
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/deelnames", Handle)
        .WithSummary("Deelnames van eigen aanmeldingen")
        .WithDescription("De deelnames die deze partner aanmeldde, in volgorde van aanmelden; met `persoonId` alleen die van één persoon.");

    private static Task<Results<Ok<CursorPage<DeelnameAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "persoonId"), Description("Alleen deze persoon.")] Guid? persoonId,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        return IdPage.ReadAsync<DeelnameRow, DeelnameAnswer>(
            database,
            page,
            $"""
            SELECT {DeelnameStore.Columns} FROM deelnames
            WHERE partner_id = @partnerId AND (@persoonId::uuid IS NULL OR persoon_id = @persoonId) AND id > @after
            ORDER BY id LIMIT @limit
            """,
            new { partnerId, persoonId },
            row => DeelnameAnswer.Of(row, partnerId),
            row => row.Id,
            http.RequestAborted);
    }
}
