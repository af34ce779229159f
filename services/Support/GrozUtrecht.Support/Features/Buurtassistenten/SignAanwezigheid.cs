using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>A sign of life.</summary>
public sealed record SignAanwezigheidRequest([property: Description("De buurt waar deze nu is, en werkt.")] Guid BuurtId);

/// <summary>Whether somebody is present.</summary>
internal sealed record AanwezigheidResponse(
    [property: Description("Id van de buurtassistent.")] Guid BuurtassistentId,
    [property: Description("onbekend als het niet te zeggen is.")] Aanwezigheid Status);

internal static class SignAanwezigheid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/buurtassistenten/{id:guid}/aanwezigheid", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Meld dat een buurtassistent er is")
        .WithDescription(
            "Herhaal dit elke minuut: een melding geldt kort (twee minuten, tenzij anders ingesteld). onbekend in het antwoord zegt dat de melding niet te bewaren was. "
            + "Foutcodes: support.buurtassistent.onbekend (404), support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<AanwezigheidResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        SignAanwezigheidRequest request,
        HttpContext http,
        NpgsqlDataSource database,
        Aanwezigheidsregister register,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtassistentStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } assistent)
        {
            return BuurtassistentFailures.Unknown.ToProblem();
        }

        return assistent.WorksIn(request.BuurtId)
            ? TypedResults.Ok(new AanwezigheidResponse(id, await register.SignAsync(id, request.BuurtId)))
            : BuurtassistentFailures.NotInBuurt.ToProblem(BuurtassistentFailures.NotInBuurtHelp);
    }
}
