using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Vragenlijsten;

/// <summary><c>GET /vragenlijsten</c> and one version of one: what a program needs to ask the questions.</summary>
internal static class ReadVragenlijsten
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/vragenlijsten", ListAsync)
            .WithName("listVragenlijsten")
            .WithSummary("Vragenlijsten")
            .WithDescription("De nieuwste versie van elke vragenlijst, op volgorde van code.");
        api.MapGet("/vragenlijsten/{code}/versies/{versie:int}", FindAsync)
            .WithName("getVragenlijst")
            .WithSummary("Eén versie van een vragenlijst")
            .WithDescription("Ook een oude versie blijft te lezen, want er zijn antwoorden op gegeven.")
            .MayFail(VragenlijstFailures.Unknown);
    }

    private static async Task<Results<Ok<CursorPage<VragenlijstAnswer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        string[]? parts = null;
        if (!string.IsNullOrEmpty(page.Cursor) && !Cursor.TryDecode(page.Cursor, 1, out parts))
            return RequestFailures.CursorInvalid.ToProblem();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await VragenlijstStore.ListNewestAsync(connection, parts?[0] ?? "", page.Size + 1, cancellationToken);
        return TypedResults.Ok(CursorPage<VragenlijstAnswer>.Of([.. rows.Select(VragenlijstAnswer.Of)], page.Size, item => Cursor.Encode(item.Code)));
    }

    private static async Task<Results<Ok<VragenlijstAnswer>, ProblemHttpResult>> FindAsync(
        string code, int versie, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await VragenlijstStore.FindAsync(connection, code, versie, cancellationToken) is { } row
            ? TypedResults.Ok(VragenlijstAnswer.Of(row))
            : VragenlijstFailures.Unknown.ToProblem();
    }
}
