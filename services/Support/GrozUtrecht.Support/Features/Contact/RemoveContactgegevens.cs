using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Contact;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Contact;

internal static class RemoveContactgegevens
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/personen/{persoonId:guid}/contactgegevens", HandleAsync)
        .RequireScope(ContactFailures.Scope)
        .WithSummary("Verwijder hoe iemand te bereiken is")
        .WithDescription("Wie er eerder naar keek blijft te zien. Was er niets, dan verandert er niets.");

    private static async Task<NoContent> HandleAsync(Guid persoonId, ClaimsPrincipal caller, UnitOfWork work, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await ContactStore.RemoveAsync(connection, caller.PartnerId(), persoonId, cancellationToken);
        return TypedResults.NoContent();
    }
}
