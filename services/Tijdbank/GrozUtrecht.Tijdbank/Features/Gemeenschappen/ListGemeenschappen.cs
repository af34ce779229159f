using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary><c>GET /gemeenschappen</c>: oldest first.</summary>
internal static class ListGemeenschappen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/gemeenschappen", Handle)
        .WithSummary("Gemeenschappen")
        .WithDescription($"Met hun regels, oudste eerst. Foutcode: {GemeenschapFailures.GebiedUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<CursorPage<GemeenschapAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "gebied"), Description("Alleen in dit gebied (code).")] string? gebied,
        [AsParameters] PageQuery page,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        if (gebied is not null && !Gebied.TryFind(gebied, out _))
            return GemeenschapFailures.GebiedUnknown.ToProblem();

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await GemeenschapStore.ListAsync(connection, gebied, after, page.Size + 1, cancellationToken);
        return TypedResults.Ok(CursorPage<GemeenschapAnswer>.Of([.. rows.Select(GemeenschapAnswer.Of)], page.Size, item => Cursor.Encode(item.Id)));
    }
}
