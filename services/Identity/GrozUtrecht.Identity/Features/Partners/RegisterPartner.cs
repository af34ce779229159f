using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Partners;

/// <summary>Takes in another organisation.</summary>
internal static class RegisterPartner
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/partners", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Registreer een partner");

    private static async Task<Created<Partner>> HandleAsync(
        PartnerRequest request, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var partner = new Partner { Id = Guid.CreateVersion7(now), Naam = request.Naam, AangemaaktOp = now };
        var connection = await work.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into partners (id, naam, created_at) values (@Id, @Naam, @AangemaaktOp)", partner, cancellationToken: cancellationToken));
        return TypedResults.Created($"/identity/v1/partners/{partner.Id}", partner);
    }
}

/// <summary>What a partner is registered with. Public, because validation is generated for public types only.</summary>
public sealed record PartnerRequest(
    [property: Description("Naam van de organisatie."), Required, StringLength(200, MinimumLength = 1), RegularExpression(@"[^\x00-\x1f]*")] string Naam);
