using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>What a list of aanbieders may be narrowed by.</summary>
public sealed record AanbiedersQuery(
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied.")] string? Gebied,
    [property: FromQuery(Name = "status"), RegularExpression("^(aangemeld|geverifieerd|afgewezen|gestopt)$"), Description("Alleen wie zo staat.")]
    string? Status);

/// <summary><c>GET /aanbieders</c>: one's own and the verified ones; a coordinator sees them all.</summary>
internal static class ListAanbieders
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanbieders", Handle)
        .WithSummary("Aanbieders")
        .WithDescription("De eigen aanbieders en de geverifieerde van anderen; wie coördineert ziet ze alle, met `status` bijvoorbeeld alleen wie op een beoordeling wacht.");

    private static Task<Results<Ok<CursorPage<AanbiederAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] AanbiedersQuery query,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        return IdPage.ReadAsync<AanbiederRow, AanbiederAnswer>(
            database,
            page,
            $"""
            SELECT {AanbiederStore.Columns} FROM aanbieders
            WHERE id > @after AND (partner_id = @partnerId OR status = 'geverifieerd' OR @coordinates)
              AND (@Gebied::text IS NULL OR @Gebied = ANY (gebieden)) AND (@Status::text IS NULL OR status = @Status)
            ORDER BY id LIMIT @limit
            """,
            new { partnerId, query.Gebied, query.Status, coordinates = http.User.HasScope(AanbiedersSetup.CoordinatorScope) },
            row => AanbiederAnswer.Of(row, partnerId),
            row => row.Id,
            http.RequestAborted);
    }
}
