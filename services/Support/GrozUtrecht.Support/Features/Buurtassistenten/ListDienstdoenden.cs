using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Who is on duty.</summary>
internal sealed record DienstdoendenResponse([property: Description("De diensten van dat moment; wie het langst blijft eerst.")] IReadOnlyList<DienstResponse> Items);

internal static class ListDienstdoenden
{
    private const int Maximum = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten/{id:guid}/dienstdoenden", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wie heeft er dienst")
        .WithDescription("Nu, of op een ander moment; hooguit 100. Foutcode: support.buurt.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DienstdoendenResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        [Description("Het moment; zonder is het nu.")] DateTimeOffset? op,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return BuurtFailures.Unknown.ToProblem();
        }

        var onDuty = await DienstStore.OnDutyAsync(connection, id, op ?? clock.GetUtcNow(), Maximum, cancellationToken);
        return TypedResults.Ok(new DienstdoendenResponse([.. onDuty.Select(dienst => dienst.ToResponse())]));
    }
}
