using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Contact;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Contact;

/// <summary>Somebody looked at how to reach a person.</summary>
internal sealed record ContactinzageResponse(
    [property: Description("Id van de inzage.")] Guid Id,
    [property: Description("Bij welke afspraak.")] Guid AfspraakId,
    [property: Description("Welke kant keek.")] Rol Rol,
    [property: Description("Het programma waarmee.")] string ClientId,
    [property: Description("Wanneer.")] DateTimeOffset IngezienOp);

internal static class ListContactinzages
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/personen/{persoonId:guid}/contactinzages", HandleAsync)
        .RequireScope(ContactFailures.Scope)
        .WithSummary("Wie keek hoe iemand te bereiken is")
        .WithDescription("Voor wie zijn recht op inzage gebruikt: elke keer dat contactgegevens van deze persoon getoond zijn, in volgorde van tijd.");

    private static async Task<Results<Ok<CursorPage<ContactinzageResponse>>, ProblemHttpResult>> HandleAsync(
        Guid persoonId, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await ContactStore.ListAsync(connection, caller.PartnerId(), persoonId, after, page.Size + 1, cancellationToken);
        return TypedResults.Ok(CursorPage<ContactinzageResponse>.Of(
            [.. rows.Select(row => new ContactinzageResponse(row.Id, row.AfspraakId, Words<Rol>.Read(row.Rol), row.ClientId, row.IngezienOp))],
            page.Size,
            inzage => Cursor.Encode(inzage.Id)));
    }
}
