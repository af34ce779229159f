using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>Arrangements for their guide, and for the resident whose they are.</summary>
internal static class ReadArrangementen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/arrangementen", ListAsync)
            .WithName("listArrangementen")
            .RequireScope(InzagesleutelFailures.GuideScope)
            .WithSummary("Arrangementen die u begeleidt")
            .WithDescription("In volgorde van aanmaken. Er staat geen enkele waarde van een meting in.");
        api.MapGet("/arrangementen/{id:guid}", FindAsync)
            .WithName("getArrangement")
            .RequireScope(InzagesleutelFailures.GuideScope)
            .WithSummary("Eén arrangement dat u begeleidt")
            .WithDescription("Met wat is afgesproken en wat is voorgesteld.")
            .MayFail(ArrangementFailures.Unknown);
        api.MapGet("/personen/{persoonId:guid}/arrangementen", ListOwnAsync)
            .WithName("listEigenArrangementen")
            .WithSummary("Eigen arrangementen")
            .WithDescription("Die van de persoon zelf, met de eigen inzagesleutel; de nieuwste eerst, ten hoogste 100.")
            .Produces<CursorPage<ArrangementAnswer>>()
            .MayFail(InzagesleutelFailures.All);
    }

    private static async Task<Results<Ok<CursorPage<ArrangementAnswer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = (await connection.QueryAsync<ArrangementRow>(new CommandDefinition(
            $"SELECT {ArrangementStore.Columns} FROM metingen.arrangementen WHERE partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { partnerId = http.User.PartnerId(), after, limit = page.Size + 1 },
            cancellationToken: http.RequestAborted))).AsList();
        var answers = await Arrangementvorm.AnswersAsync(connection, rows, http.RequestAborted);
        return TypedResults.Ok(CursorPage<ArrangementAnswer>.Of(answers, page.Size, item => Cursor.Encode(item.Id)));
    }

    private static async Task<Results<Ok<ArrangementAnswer>, ProblemHttpResult>> FindAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await ArrangementStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is { } row
            ? TypedResults.Ok(await Arrangementvorm.AnswerAsync(connection, row, http.RequestAborted))
            : ArrangementFailures.Unknown.ToProblem();
    }

    private static async Task<IResult> ListOwnAsync(Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await ArrangementStore.ListOfPersonAsync(connection, houder.Pseudoniem, http.RequestAborted);
        return TypedResults.Ok(new CursorPage<ArrangementAnswer>(await Arrangementvorm.AnswersAsync(connection, rows, http.RequestAborted)));
    }
}
