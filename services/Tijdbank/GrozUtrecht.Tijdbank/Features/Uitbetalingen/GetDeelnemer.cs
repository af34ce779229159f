using System.ComponentModel;
using System.Globalization;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Age and area of a person; what is not known is left out.</summary>
public sealed record DeelnemerAnswer(
    Guid PersoonId,
    [property: Description("Dag van geboorte.")] DateOnly? Geboortedatum = null,
    [property: Description("Vier cijfers.")] string? Postcode = null);

/// <summary><c>GET /deelnemers/{persoonId}</c>.</summary>
internal static class GetDeelnemer
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/deelnemers/{persoonId:guid}", HandleAsync)
        .WithSummary("Deelnemer ophalen")
        .WithDescription(
            "Geboortedatum en postcode van een persoon wiens rekening uw organisatie beheert, voor zover bekend. "
            + $"Foutcode: {DeelnemerFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DeelnemerAnswer>, ProblemHttpResult>> HandleAsync(Guid persoonId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await PersoonToegang.FindManagedAsync(connection, persoonId, http.User.PartnerId(), http.RequestAborted) is null)
        {
            return DeelnemerFailures.Unknown.ToProblem();
        }

        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "select geboortedatum, postcode from deelnemer where persoon_id = @persoonId", new { persoonId }, cancellationToken: http.RequestAborted));
        return TypedResults.Ok(new DeelnemerAnswer(persoonId, row?.Geboortedatum, row?.Postcode?.ToString(CultureInfo.InvariantCulture)));
    }

    private sealed record Row
    {
        public DateOnly? Geboortedatum { get; init; }

        public int? Postcode { get; init; }
    }
}
