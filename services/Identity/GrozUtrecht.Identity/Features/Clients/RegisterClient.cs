using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Dapper;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.Identity.Features.Partners;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>Registers a program of a partner. Its secret, when it uses one, is asked for separately: see <see cref="IssueGeheim"/>.</summary>
internal static class RegisterClient
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/partners/{partnerId:guid}/clients", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Registreer een client van een partner")
        .WithDescription("Met `sleutels` bewijst de client zich met private_key_jwt. Zonder `sleutels` vraagt u daarna een geheim aan bij `/clients/{clientId}/geheimen`.")
        .MayFail(PartnerFailures.Unknown, ClientFailures.ScopeUnknown, ClientFailures.KeyUnusable);

    private static async Task<Results<Created<Client>, ProblemHttpResult>> HandleAsync(
        Guid partnerId, ClientRequest request, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Scopes.Unknown(request.Scopes) is { Count: > 0 } unknown)
        {
            return ClientFailures.ScopeUnknown.ToProblem($"Onbekend zijn {unknown.Count} van de {request.Scopes.Length} scopes. Wel bestaan: {string.Join(", ", Scopes.All)}.");
        }

        PublicKey[]? keys = request.Sleutels is { Count: > 0 } sent ? [.. sent.Select(key => key.ToPublicKey())] : null;
        if (keys is not null && !Array.TrueForAll(keys, key => key.IsUsable()))
        {
            return ClientFailures.KeyUnusable.ToProblem("Gebruik een EC-sleutel op P-256 of een RSA-sleutel van 2048 tot 4096 bits met exponent AQAB, zonder geheime delen.");
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerExists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from partners where id = @partnerId)", new { partnerId }, cancellationToken: cancellationToken));
        if (!partnerExists)
        {
            return PartnerFailures.Unknown.ToProblem();
        }

        var row = ToRow(partnerId, request, keys, clock.GetUtcNow());
        await ClientStore.InsertAsync(connection, row, cancellationToken);
        return TypedResults.Created($"/identity/v1/clients/{row.ClientId}", Client.Of(row));
    }

    private static ClientRow ToRow(Guid partnerId, ClientRequest request, PublicKey[]? keys, DateTimeOffset now) => new()
    {
        ClientId = ClientIds.New(Guid.CreateVersion7(now)),
        PartnerId = partnerId,
        Naam = request.Naam,
        Scopes = [.. request.Scopes.Distinct(StringComparer.Ordinal)],
        PublicKeys = keys is null ? null : JsonSerializer.Serialize(keys, JsonSerializerOptions.Web),
        CreatedAt = now,
    };
}

/// <summary>What a client is registered with. Public, because validation is generated for public types only.</summary>
public sealed record ClientRequest(
    [property: Description("Waar de client voor is."), Required, StringLength(200, MinimumLength = 1), RegularExpression(@"[^\x00-\x1f]*")] string Naam,
    [property: Description("Wat de client mag vragen."), Required, MinLength(1), MaxLength(50)] string[] Scopes,
    [property: Description("Publieke sleutels waarmee de client zich bewijst."), MaxLength(5)] IReadOnlyList<PubliekeSleutel>? Sleutels = null);

/// <summary>A JWK as a partner sends it. Members of a private key are unknown here and therefore refused.</summary>
public sealed record PubliekeSleutel(
    [property: Description("Soort sleutel."), Required, RegularExpression("^(EC|RSA)$")] string Kty,
    [property: Description("Naam van de sleutel, de `kid` in het bewijs."), Required, StringLength(128, MinimumLength = 1)] string Kid,
    [property: Description("Gebruik: `sig`."), RegularExpression("^sig$")] string? Use = null,
    [property: Description("Algoritme: `ES256` of `RS256`."), RegularExpression("^(ES256|RS256)$")] string? Alg = null,
    [property: Description("Kromme van een EC-sleutel: `P-256`."), StringLength(16)] string? Crv = null,
    [property: Description("x-coördinaat, base64url."), StringLength(43)] string? X = null,
    [property: Description("y-coördinaat, base64url."), StringLength(43)] string? Y = null,
    [property: Description("Modulus van een RSA-sleutel, base64url."), StringLength(700)] string? N = null,
    [property: Description("Exponent van een RSA-sleutel, base64url."), StringLength(8)] string? E = null)
{
    internal PublicKey ToPublicKey() => new(Kty, Kid, Crv, X, Y, N, E);
}
