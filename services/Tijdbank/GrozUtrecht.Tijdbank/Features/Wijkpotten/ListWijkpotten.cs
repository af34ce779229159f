using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>GET /wijkpotten</c>: of every partner.</summary>
internal static class ListWijkpotten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/wijkpotten", Handle)
        .WithSummary("Wijkpotten")
        .WithDescription($"De wijkpotten die open zijn, van alle organisaties, oudste eerst. Foutcode: {WijkpotFailures.GebiedUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<CursorPage<WijkpotAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "gebied"), Description("Alleen in dit gebied (code).")] string? gebied,
        [AsParameters] PageQuery page,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        if (gebied is not null && !Gebied.TryFind(gebied, out _))
            return WijkpotFailures.GebiedUnknown.ToProblem();

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await WijkpotStore.ListAsync(connection, gebied, after, page.Size + 1, cancellationToken);
        return TypedResults.Ok(CursorPage<WijkpotAnswer>.Of([.. rows.Select(row => WijkpotAnswer.Of(row))], page.Size, item => Cursor.Encode(item.Id)));
    }
}
