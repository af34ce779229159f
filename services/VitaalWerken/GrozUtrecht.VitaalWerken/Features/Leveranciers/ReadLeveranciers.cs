using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a list of suppliers may be narrowed by.</summary>
public sealed record LeveranciersQuery(
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van het gebied van de leverancier.")] string? Gebied,
    [property: FromQuery(Name = "soort"), RegularExpression("^(zzp|professional|ondernemer|onderwijsinstelling|bewonersinitiatief)$"), Description("Alleen dit soort.")]
    string? Soort,
    [property: FromQuery(Name = "status"), RegularExpression("^(aangemeld|actief|afgewezen|gestopt)$"), Description("Alleen wie zo staat.")] string? Status);

/// <summary><c>GET /leveranciers</c> and <c>/leveranciers/{id}</c>: one's own, those that take part, and for a coordinator all of the area.</summary>
internal static class ReadLeveranciers
{
    // A coordinator without the scope is none: the parameter is false then.
    private const string IsCoordinator =
        "@coordinates AND EXISTS (SELECT FROM netwerkcoordinatoren AS c WHERE c.gebied = leveranciers.gebied AND c.partner_id = @partnerId)";

    private const string IsVisible = $"(partner_id = @partnerId OR status = 'actief' OR ({IsCoordinator}))";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/leveranciers", List)
            .WithName("ListLeveranciers")
            .WithSummary("Leveranciers")
            .WithDescription(
                "De eigen leveranciers en die van anderen die meedoen; wie het gebied coördineert ziet ze alle, met `status` bijvoorbeeld alleen wie op een "
                + "beoordeling wacht.");
        api.MapGet("/leveranciers/{id:guid}", Get)
            .WithName("GetLeverancier")
            .WithSummary("Leverancier ophalen")
            .WithDescription("Een eigen leverancier, of een die meedoet. De ETag is de versie voor If-Match.")
            .MayFail(LeverancierFailures.Unknown);
    }

    private static Task<Results<Ok<CursorPage<LeverancierAnswer>>, ProblemHttpResult>> List(
        [AsParameters] LeveranciersQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        return IdPage.ReadAsync<LeverancierRow, LeverancierAnswer>(
            database,
            page,
            $"""
            SELECT {LeverancierStore.Columns} FROM leveranciers
            WHERE id > @after AND {IsVisible} AND (@Gebied::text IS NULL OR gebied = @Gebied) AND (@Soort::text IS NULL OR soort = @Soort)
              AND (@Status::text IS NULL OR status = @Status)
            ORDER BY id LIMIT @limit
            """,
            new { partnerId, query.Gebied, query.Soort, query.Status, coordinates = http.User.HasScope(Toegang.CoordinatorScope) },
            row => LeverancierAnswer.Of(row, partnerId),
            row => row.Id,
            http.RequestAborted);
    }

    private static async Task<Results<Ok<LeverancierAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await LeverancierStore.FindAsync(connection, id, http.RequestAborted) is not { } row)
            return LeverancierFailures.Unknown.ToProblem();
        var isCoordinator = await Toegang.IsCoordinatorAsync(connection, row.Gebied, http.User, http.RequestAborted);
        if (row.PartnerId != http.User.PartnerId() && row.Status != "actief" && !isCoordinator)
            return LeverancierFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(LeverancierAnswer.Of(row, http.User.PartnerId(), isCoordinator));
    }
}
