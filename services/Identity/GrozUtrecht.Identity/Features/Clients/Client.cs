using System.ComponentModel;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>A program of a partner.</summary>
internal sealed record Client(
    [property: Description("Naam waarmee de client zich meldt.")] string ClientId,
    [property: Description("De partner van wie de client is.")] Guid PartnerId,
    [property: Description("Waar de client voor is.")] string Naam,
    [property: Description("Wat de client mag vragen.")] IReadOnlyList<string> Scopes,
    [property: Description("Hoe de client zich bewijst: `client_secret_basic` met een geheim, `private_key_jwt` met een eigen sleutel.")] string Authenticatie,
    [property: Description("Moment van aanmaken.")] DateTimeOffset AangemaaktOp,
    [property: Description("Moment van intrekken; ontbreekt zolang de client geldig is.")] DateTimeOffset? IngetrokkenOp)
{
    public static Client Of(ClientRow row) => new(
        row.ClientId,
        row.PartnerId,
        row.Naam,
        row.Scopes,
        row.PublicKeys is null ? "client_secret_basic" : "private_key_jwt",
        row.CreatedAt,
        row.RevokedAt);
}

internal static class ClientFailures
{
    public static readonly Failure Unknown = new("identity.client.onbekend", StatusCodes.Status404NotFound, "Client bestaat niet");

    public static readonly Failure ScopeUnknown = new("identity.client.scope-onbekend", StatusCodes.Status422UnprocessableEntity, "Een scope bestaat niet");

    public static readonly Failure KeyUnusable = new("identity.client.sleutel-onbruikbaar", StatusCodes.Status422UnprocessableEntity, "Een publieke sleutel is onbruikbaar");

    public static readonly Failure HasKeys = new("identity.client.heeft-sleutels", StatusCodes.Status409Conflict, "Deze client bewijst zich met een eigen sleutel");

    public static readonly Failure Revoked = new("identity.client.ingetrokken", StatusCodes.Status409Conflict, "Deze client is ingetrokken");

    public static readonly Failure SecretNotKept = new("identity.client.geheim-niet-herhaalbaar", StatusCodes.Status400BadRequest, "Dit antwoord wordt niet bewaard en kan dus niet worden herhaald");
}
