using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>In which community an account is.</summary>
public sealed record AssignGemeenschapRequest(
    [property: Description("Zonder gemeenschap gelden de gewone regels: niet onder nul, geen maximum, te besteden.")] Guid? GemeenschapId = null);

/// <summary>
/// <c>PUT /rekeningen/{id}/gemeenschap</c>: by who manages both, or an operator. Leaving asks the same as joining, because a community
/// may exist to keep hours from being spent.
/// </summary>
internal static class AssignGemeenschap
{
    private const int MaximumAccounts = 10_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/rekeningen/{id:guid}/gemeenschap", Handle)
        .WithSummary("Rekening in een gemeenschap zetten")
        .WithDescription(
            "De regels van de gemeenschap gelden meteen. Uw organisatie beheert de rekening, de gemeenschap en die waaruit de rekening komt; of zij heeft de scope "
            + $"{CreateGemeenschap.Scope}. Foutcodes: {GemeenschapFailures.NotManaged.Code} (403), {RekeningFailures.Unknown.Code} en "
            + $"{GemeenschapFailures.Unknown.Code} (404), {GemeenschapFailures.OutsideLimits.Code} en {GemeenschapFailures.Full.Code} (409), "
            + $"{GemeenschapFailures.AccountDoesNotFit.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<RekeningRegelsAnswer>, ProblemHttpResult>> Handle(
        Guid id, AssignGemeenschapRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var (rules, failure) = await RegelsToegang.FindAsync(connection, id, http, http.User.HasScope(CreateGemeenschap.Scope));
        if (rules is null)
            return failure!.ToProblem();
        if (await RefuseAsync(connection, rules, request.GemeenschapId, http) is { } refusal)
            return refusal.ToProblem();

        await GemeenschapStore.AssignAsync(connection, id, request.GemeenschapId, clock.GetUtcNow(), http.RequestAborted);
        return await RegelsToegang.ApplyAsync(connection, id, http.RequestAborted);
    }

    private static async Task<Failure?> RefuseAsync(NpgsqlConnection connection, RekeningRegels rules, Guid? gemeenschapId, HttpContext http)
    {
        // In the order of their ids, so that two who swap do not wait for each other.
        foreach (var id in new[] { rules.GemeenschapId, gemeenschapId }.OfType<Guid>().Distinct().Order())
        {
            if (await GemeenschapStore.HoldAsync(connection, id, http.RequestAborted) is not { } gemeenschap)
                return GemeenschapFailures.Unknown;
            if (gemeenschap.PartnerId != http.User.PartnerId() && !http.User.HasScope(CreateGemeenschap.Scope))
                return GemeenschapFailures.NotManaged;
        }

        return gemeenschapId is { } next && next != rules.GemeenschapId
            && await GemeenschapStore.CountAsync(connection, next, http.RequestAborted) >= MaximumAccounts ? GemeenschapFailures.Full : null;
    }
}
