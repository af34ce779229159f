using System.ComponentModel;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Who is in a buurt now.</summary>
internal sealed record BuurtAanwezigheidResponse(
    [property: Description("aanwezig zodra er iemand is; onbekend als het niet te zeggen is.")] Aanwezigheid Status,
    [property: Description("Elk van de buurtassistenten van de buurt.")] IReadOnlyList<AanwezigheidResponse> Items);

internal static class GetAanwezigheid
{
    private const int Maximum = 200;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten/{id:guid}/aanwezigheid", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Wie is er nu in de buurt")
        .WithDescription(
            "Naar wat buurtassistenten melden; hooguit 200 van hen. Is niet te zeggen of iemand er is, dan staat er onbekend. Foutcode: support.buurt.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BuurtAanwezigheidResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, Aanwezigheidsregister register, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return BuurtFailures.Unknown.ToProblem();
        }

        IReadOnlyList<Guid> assistenten =
        [
            .. await connection.QueryAsync<Guid>(new CommandDefinition(
                "SELECT buurtassistent_id FROM buurtassistent_buurten WHERE buurt_id = @id ORDER BY buurtassistent_id LIMIT @Maximum",
                new { id, Maximum },
                cancellationToken: cancellationToken)),
        ];
        var presence = await register.ReadAsync(id, assistenten);
        return TypedResults.Ok(new BuurtAanwezigheidResponse(
            Aanwezigheidsregel.OfAll(presence), [.. assistenten.Zip(presence, (assistent, status) => new AanwezigheidResponse(assistent, status))]));
    }
}
