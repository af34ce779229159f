using GrozUtrecht.Identity.Data;
using GrozUtrecht.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>
/// What the services refuse although it has not expired. They ask for it every few seconds from inside the cluster; the gateway does
/// not forward it, so it is anonymous and not part of what partners read.
/// </summary>
internal static class ListIntrekkingen
{
    // Longer than the clock skew that any validator allows.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/intrekkingen", HandleAsync).AllowAnonymous().ExcludeFromDescription().WithoutTraces();

    private static async Task<Ok<Intrekkingen>> HandleAsync(
        RevocationStore revocations, IOptions<IdentitySettings> settings, CancellationToken cancellationToken)
    {
        var (tokens, clients) = await revocations.ListAsync(settings.Value.TokenLifetime, ClockSkew, cancellationToken);
        return TypedResults.Ok(new Intrekkingen(tokens, [.. clients.Select(client => new IngetrokkenClient(client.ClientId, client.RevokedAt))]));
    }
}

internal sealed record Intrekkingen(IReadOnlyList<string> Tokens, IReadOnlyList<IngetrokkenClient> Clients);

internal sealed record IngetrokkenClient(string ClientId, DateTimeOffset IngetrokkenOp);
