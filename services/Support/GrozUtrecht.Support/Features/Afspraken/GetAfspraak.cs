using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Afspraken;

internal static class GetAfspraak
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/afspraken/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een afspraak")
        .WithDescription("Met wat beide kanten zeiden en, zodra het zover is, wat de Tijdbank bijschreef.")
        .MayFail(AfspraakFailures.Unknown);

    private static async Task<Results<Ok<AfspraakResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await AfspraakStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } afspraak)
        {
            return AfspraakFailures.Unknown.ToProblem();
        }

        ETags.Set(http, afspraak.Version);
        return TypedResults.Ok(afspraak.ToResponse());
    }
}
