using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>What the two ways to change the rules of an account share.</summary>
internal static class RegelsToegang
{
    /// <summary>The rules of an account that the caller manages, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(RekeningRegels? Rules, Failure? Failure)> FindAsync(
        NpgsqlConnection connection, Guid rekeningId, HttpContext http, bool mayAny)
    {
        var seen = await RekeningStore.FindAsync(connection, rekeningId, http.User.PartnerId(), http.RequestAborted);
        if (seen is null && !mayAny)
            return (null, RekeningFailures.Unknown);
        if (seen is { Recht: not "beheer" } && !mayAny)
            return (null, GemeenschapFailures.NotManaged);

        var rules = await GemeenschapStore.FindRulesAsync(connection, rekeningId, http.RequestAborted);
        return rules is not null ? (rules, null)
            : (null, seen is null ? RekeningFailures.Unknown : GemeenschapFailures.AccountDoesNotFit);
    }

    /// <summary>Makes the rules hold that were just written, or answers why they cannot.</summary>
    public static async Task<Results<Ok<RekeningRegelsAnswer>, ProblemHttpResult>> ApplyAsync(
        NpgsqlConnection connection, Guid rekeningId, CancellationToken cancellationToken)
    {
        if (await GemeenschapStore.ApplyAsync(connection, rekeningId, gemeenschapId: null, cancellationToken) > 0)
            return GemeenschapFailures.OutsideLimits.ToProblem("Het saldo van deze rekening, met wat er is gereserveerd, past niet binnen de grenzen.");

        var rules = await GemeenschapStore.FindRulesAsync(connection, rekeningId, cancellationToken);
        return rules is null ? RekeningFailures.Unknown.ToProblem() : TypedResults.Ok(RekeningRegelsAnswer.Of(rules));
    }
}
