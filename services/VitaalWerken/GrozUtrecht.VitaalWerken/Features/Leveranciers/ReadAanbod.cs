using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a list of offers may be narrowed by.</summary>
public sealed record AanbodQuery(
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied waar het kan.")] string? Gebied,
    [property: FromQuery(Name = "onderwerp"), RegularExpression("^[a-z-]{1,40}$"), Description("Waar het over gaat, bijvoorbeeld `slaap`.")] string? Onderwerp,
    [property: FromQuery(Name = "vorm"), RegularExpression("^[a-z-]{1,40}$"), Description("Hoe het wordt gegeven, bijvoorbeeld `workshop`.")] string? Vorm,
    [property: FromQuery(Name = "leverancierId"), Description("Alleen van deze leverancier.")] Guid? LeverancierId,
    [property: FromQuery(Name = "leerplek"), Description("True: alleen waar studenten leren.")] bool? Leerplek);

/// <summary><c>GET /aanbod</c> and <c>/aanbod/{id}</c>: what suppliers that take part offer, and one's own.</summary>
internal static class ReadAanbod
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/aanbod", List)
            .WithName("ListAanbod")
            .WithSummary("Aanbod")
            .WithDescription("Wat leveranciers die meedoen bieden, en het eigen aanbod, ook als dat gestopt is.");
        api.MapGet("/aanbod/{id:guid}", Get)
            .WithName("GetAanbod")
            .WithSummary("Aanbod ophalen")
            .WithDescription("De ETag is de versie voor If-Match.")
            .MayFail(LeverancierFailures.AanbodUnknown);
    }

    private static Task<Results<Ok<CursorPage<AanbodAnswer>>, ProblemHttpResult>> List(
        [AsParameters] AanbodQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) =>
        IdPage.ReadAsync<AanbodRow, AanbodAnswer>(
            database,
            page,
            $"""
            SELECT {AanbodStore.Columns} FROM aanbod
            WHERE id > @after AND {AanbodStore.Visible} AND (@Gebied::text IS NULL OR @Gebied = ANY (gebieden)) AND (@Onderwerp::text IS NULL OR onderwerp = @Onderwerp)
              AND (@Vorm::text IS NULL OR vorm = @Vorm) AND (@LeverancierId::uuid IS NULL OR leverancier_id = @LeverancierId)
              AND (@Leerplek::boolean IS NULL OR leerplek = @Leerplek)
            ORDER BY id LIMIT @limit
            """,
            new { partnerId = http.User.PartnerId(), query.Gebied, query.Onderwerp, query.Vorm, query.LeverancierId, query.Leerplek },
            AanbodAnswer.Of,
            row => row.Id,
            http.RequestAborted);

    private static async Task<Results<Ok<AanbodAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await AanbodStore.FindVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return LeverancierFailures.AanbodUnknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(AanbodAnswer.Of(row));
    }
}
