using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>GET /deelnames/{id}/gast</c>: how to reach a guest, to call when something changes.</summary>
internal static class ViewGast
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/deelnames/{id:guid}/gast", Handle)
        .RequireScope(DeelnamesSetup.ContactScope)
        .WithSummary("Gast van een deelname")
        .WithDescription($"Naam en bereikbaarheid van een gast, voor wie aanmeldde en voor wie de activiteit aanbiedt. Vraagt `{DeelnamesSetup.ContactScope}`.")
        .MayFail(DeelnameFailures.Unknown, DeelnameFailures.GastForgotten);

    private static async Task<Results<Ok<GastAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await DeelnameStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return DeelnameFailures.Unknown.ToProblem();
        return row.GastId is { } gastId && await GastStore.FindAsync(connection, gastId, http.RequestAborted) is { } gast
            ? TypedResults.Ok(new GastAnswer(gast.Naam, gast.BereikbaarOp, gast.BewarenTot))
            : DeelnameFailures.GastForgotten.ToProblem();
    }
}

/// <summary>How to reach a guest.</summary>
public sealed record GastAnswer(string Naam, string BereikbaarOp, [property: Description("Daarna worden naam en bereikbaarheid gewist.")] DateTimeOffset BewaardTotOp);
