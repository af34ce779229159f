using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>GET /proeverijen</c>: one's own proeverijen and those that residents can come to.</summary>
internal static class ListProeverijen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen", Handle)
        .WithSummary("Proeverijen")
        .WithDescription("De eigen proeverijen en die van anderen waarvoor de inschrijving open is of was, in volgorde van aanmaken. Filters gelden samen.")
        .MayFail(ActiviteitFailures.GebiedUnknown);

    private static async Task<Results<Ok<CursorPage<ProeverijAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        [Description("Code van een gebied."), StringLength(60)] string? gebied,
        [Description("Waar de proeverij staat."), RegularExpression(ProeverijenSetup.Statuses)] string? status,
        [Description("True: alleen wat nog moet komen.")] bool? komend,
        HttpContext http,
        NpgsqlDataSource database,
        TimeProvider clock)
    {
        if (gebied is not null && !Gebied.TryFind(gebied, out _))
            return ActiviteitFailures.GebiedUnknown.ToProblem();
        var partnerId = http.User.PartnerId();
        return await IdPage.ReadAsync<ProeverijRow, ProeverijAnswer>(
            database,
            page,
            $"""
            SELECT {ProeverijStore.Columns}
            FROM proeverijen
            WHERE id > @after AND {ProeverijStore.Visible}
              AND (@gebied::text IS NULL OR gebied = @gebied) AND (@status::text IS NULL OR status = @status)
              AND (NOT @toCome OR (eindigt_op > @now AND status <> 'afgelast'))
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId, gebied, status, toCome = komend ?? false, now = clock.GetUtcNow() },
            row => ProeverijAnswer.Of(row, partnerId),
            row => row.Id,
            http.RequestAborted);
    }
}
