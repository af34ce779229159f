using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>GET /uitnodigingen</c>: those to one's own proeverijen and those of one's own aanbieders.</summary>
internal static class ListUitnodigingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/uitnodigingen", Handle)
        .WithSummary("Uitnodigingen voor proeverijen")
        .WithDescription("Wat eigen aanbieders ontvingen en wat voor eigen proeverijen werd verstuurd, in volgorde van versturen. Filters gelden samen.");

    private static async Task<Results<Ok<CursorPage<UitnodigingAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        [Description("Alleen voor deze proeverij.")] Guid? proeverijId,
        [Description("Alleen van deze aanbieder.")] Guid? aanbiederId,
        [Description("Waar de uitnodiging staat."), RegularExpression("^(uitgenodigd|toegezegd|afgezegd|ingetrokken)$")] string? status,
        HttpContext http,
        NpgsqlDataSource database)
    {
        var answer = await IdPage.ReadAsync<UitnodigingRow, UitnodigingAnswer>(
            database,
            page,
            $"""
            SELECT {UitnodigingStore.Columns}
            FROM proeverij_uitnodigingen
            WHERE id > @after
              AND (proeverij_id IN (SELECT id FROM proeverijen WHERE partner_id = @partnerId)
                   OR aanbieder_id IN (SELECT id FROM aanbieders WHERE partner_id = @partnerId))
              AND (@proeverijId::uuid IS NULL OR proeverij_id = @proeverijId) AND (@aanbiederId::uuid IS NULL OR aanbieder_id = @aanbiederId)
              AND (@status::text IS NULL OR status = @status)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = http.User.PartnerId(), proeverijId, aanbiederId, status },
            row => UitnodigingAnswer.Of(row, []),
            row => row.Id,
            http.RequestAborted);
        return answer.Result is Ok<CursorPage<UitnodigingAnswer>> { Value: { } found }
            ? TypedResults.Ok(found with { Items = await WithToezeggingenAsync(database, found.Items, http.RequestAborted) })
            : answer;
    }

    private static async Task<IReadOnlyList<UitnodigingAnswer>> WithToezeggingenAsync(
        NpgsqlDataSource database, IReadOnlyList<UitnodigingAnswer> items, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var toezeggingen = (await UitnodigingStore.ToezeggingenAsync(connection, Guid.Empty, [.. items.Select(item => item.Id)], cancellationToken))
            .ToLookup(row => row.UitnodigingId);
        return [.. items.Select(item => item with { Toezeggingen = [.. toezeggingen[item.Id].Select(ToezeggingAnswer.Of)] })];
    }
}
