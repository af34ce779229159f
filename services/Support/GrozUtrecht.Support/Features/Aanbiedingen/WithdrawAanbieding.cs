using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

/// <summary>Taking an offer back needs no words.</summary>
public sealed record WithdrawAanbiedingRequest;

internal static class WithdrawAanbieding
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/aanbiedingen/{id:guid}/intrekking", HandleAsync)
        .WithSummary("Trek een aanbieding in")
        .WithDescription("Afspraken die er al uit ontstonden blijven staan. Nog een keer intrekken verandert niets.")
        .MayFail(AanbiedingFailures.Unknown);

    private static async Task<Results<Ok<AanbiedingResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, WithdrawAanbiedingRequest? request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = request;
        var connection = await work.OpenAsync(cancellationToken);
        return await AanbiedingStore.WithdrawAsync(connection, caller.PartnerId(), id, clock.GetUtcNow(), cancellationToken) is { } aanbieding
            ? TypedResults.Ok(aanbieding.ToResponse())
            : AanbiedingFailures.Unknown.ToProblem();
    }
}
