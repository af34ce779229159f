using System.ComponentModel;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Sleutels;

/// <summary>Brings the next signing key forward.</summary>
internal static class RotateSleutel
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/ondertekeningssleutels", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithName("rotateSleutel")
        .WithTags("Sleutels")
        .WithSummary("Vervang de ondertekeningssleutel")
        .WithDescription("Maakt een nieuwe sleutel, die eerst alleen wordt gepubliceerd en pas daarna ondertekent. De oude blijft gepubliceerd tot elk token dat ermee is ondertekend is verlopen. Wacht er al een sleutel, dan is dat het antwoord.");

    private static async Task<Ok<Ondertekeningssleutel>> HandleAsync(UnitOfWork work, KeyRing keys, CancellationToken cancellationToken)
    {
        var key = await keys.RotateAsync(await work.OpenAsync(cancellationToken), always: true, cancellationToken);
        return TypedResults.Ok(new Ondertekeningssleutel(key.KeyId, key.CreatedAt, key.SignsFrom));
    }
}

internal sealed record Ondertekeningssleutel(
    [property: Description("Naam van de sleutel, de `kid` in tokens.")] string Kid,
    [property: Description("Sinds wanneer de sleutel is gepubliceerd.")] DateTimeOffset AangemaaktOp,
    [property: Description("Vanaf wanneer de sleutel tokens ondertekent.")] DateTimeOffset OndertekentVanafOp);
