using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>
/// Makes a secret for a client and shows it once. An Idempotency-Key is refused, because its answer is kept in the database and
/// would keep the secret in the clear; repeating the request makes another secret, which is harmless.
/// </summary>
internal static class IssueGeheim
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/clients/{clientId}/geheimen", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Geef een client een nieuw geheim")
        .WithDescription("Het geheim staat alleen in dit antwoord. Het vorige vervalt na `overlapMinuten`. Een Idempotency-Key wordt hier geweigerd, omdat het antwoord niet wordt bewaard.")
        .MayFail(ClientFailures.SecretNotKept, ClientFailures.Unknown, ClientFailures.Revoked, ClientFailures.HasKeys);

    private static async Task<Results<Ok<Geheim>, ProblemHttpResult>> HandleAsync(
        string clientId, GeheimRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
        {
            return ClientFailures.SecretNotKept.ToProblem("Laat de Idempotency-Key weg. Een herhaald verzoek geeft een nieuw geheim.");
        }

        if (!ClientIds.IsValid(clientId))
        {
            return ClientFailures.Unknown.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var client = await connection.QuerySingleOrDefaultAsync<ClientRow>(new CommandDefinition(
            $"select {ClientStore.Columns} from clients where client_id = @clientId for update", new { clientId }, cancellationToken: cancellationToken));
        if (Refuse(client) is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var secret = ClientSecret.Generate();
        await ClientStore.ReplaceSecretAsync(connection, clientId, secret, now, now.AddMinutes(request.OverlapMinuten), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Geheim(clientId, secret, now));
    }

    private static ProblemHttpResult? Refuse(ClientRow? client) => client switch
    {
        null => ClientFailures.Unknown.ToProblem(),
        { RevokedAt: not null } => ClientFailures.Revoked.ToProblem(),
        { PublicKeys: not null } => ClientFailures.HasKeys.ToProblem(),
        _ => null,
    };
}

/// <summary>How a secret is replaced. Public, because validation is generated for public types only.</summary>
public sealed record GeheimRequest(
    [property: Description("Hoe lang het vorige geheim nog geldig blijft."), Range(0, GeheimRequest.MaximumOverlapMinutes)] int OverlapMinuten = 0)
{
    internal const int MaximumOverlapMinutes = 7 * 24 * 60;
}

internal sealed record Geheim(
    [property: Description("Naam waarmee de client zich meldt.")] string ClientId,
    [property: Description("Het geheim. Bewaar het veilig: het is niet opnieuw op te vragen.")] string ClientSecret,
    [property: Description("Moment van aanmaken.")] DateTimeOffset AangemaaktOp);
