using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Applying needs no words.</summary>
public sealed record ApplyMatchingrondeRequest;

internal static class ApplyMatchingronde
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/matchingrondes/{id:guid}/toepassing", HandleAsync)
        .RequireScope("support:beheren")
        .WithSummary("Maak van de koppelingen voorstellen")
        .WithDescription(
            "Dat gebeurt op de achtergrond. Elke koppeling wordt eerst opnieuw bekeken: wat intussen niet meer past wordt overgeslagen, met de reden erbij. Nog "
            + "een keer vragen verandert niets.")
        .MayFail(MatchingrondeFailures.Unknown, MatchingrondeFailures.NotReady);

    private static async Task<Results<Ok<MatchingrondeResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ApplyMatchingrondeRequest? request, ClaimsPrincipal caller, UnitOfWork work, CancellationToken cancellationToken)
    {
        _ = request;
        var connection = await work.OpenAsync(cancellationToken);
        if (await MatchingrondeStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return MatchingrondeFailures.Unknown.ToProblem();
        }

        return await connection.QuerySingleOrDefaultAsync<MatchingrondeRow>(new CommandDefinition(
            $"UPDATE matchingrondes SET toepassing = coalesce(toepassing, 'bezig') WHERE id = @id AND status = 'klaar' RETURNING {MatchingrondeRow.Columns}",
            new { id },
            cancellationToken: cancellationToken)) is { } ronde
            ? TypedResults.Ok(ronde.ToResponse())
            : MatchingrondeFailures.NotReady.ToProblem("Wacht tot de status klaar is, of vraag een nieuwe ronde aan.");
    }
}
