using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Personen;

/// <summary>Gives out the id of a new person.</summary>
internal static class RegisterPersoon
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/personen", HandleAsync)
        .WithSummary("Maak een persoon aan")
        .WithDescription("Geeft een nieuw nummer uit. Namen en andere gegevens horen hier niet.");

    private static async Task<Created<Persoon>> HandleAsync(
        PersoonRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = request;
        var now = clock.GetUtcNow();
        var persoon = new Persoon { Id = Guid.CreateVersion7(now), AangemaaktOp = now };
        var connection = await work.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into personen (id, partner_id, created_at) values (@Id, @partnerId, @AangemaaktOp)",
            new { persoon.Id, partnerId = caller.PartnerId(), persoon.AangemaaktOp },
            cancellationToken: cancellationToken));
        return TypedResults.Created($"/identity/v1/personen/{persoon.Id}", persoon);
    }
}

/// <summary>Empty on purpose: whatever a partner sends along about a person is refused.</summary>
internal sealed record PersoonRequest;
