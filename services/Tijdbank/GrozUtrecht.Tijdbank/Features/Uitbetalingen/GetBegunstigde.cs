using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Whether a payee is known: never the name, and only the end of the bank account.</summary>
public sealed record BegunstigdeAnswer(
    Guid PersoonId,
    [property: Description("De laatste vier tekens van het IBAN.")] string IbanEinde);

/// <summary><c>GET /begunstigden/{persoonId}</c>.</summary>
internal static class GetBegunstigde
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/begunstigden/{persoonId:guid}", HandleAsync)
        .WithSummary("Bankrekening van een persoon ophalen")
        .WithDescription(
            "Het einde van het IBAN waarop iemand wordt uitbetaald. "
            + $"Foutcodes: {DeelnemerFailures.Unknown.Code} en {DeelnemerFailures.BegunstigdeUnknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BegunstigdeAnswer>, ProblemHttpResult>> HandleAsync(
        Guid persoonId, HttpContext http, NpgsqlDataSource database, BegunstigdeStore store)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await PersoonToegang.FindManagedAsync(connection, persoonId, http.User.PartnerId(), http.RequestAborted) is null)
        {
            return DeelnemerFailures.Unknown.ToProblem();
        }

        var found = await store.FindAsync(connection, [persoonId], http.RequestAborted);
        return found.TryGetValue(persoonId, out var begunstigde)
            ? TypedResults.Ok(new BegunstigdeAnswer(persoonId, begunstigde.Iban.End))
            : DeelnemerFailures.BegunstigdeUnknown.ToProblem();
    }
}
