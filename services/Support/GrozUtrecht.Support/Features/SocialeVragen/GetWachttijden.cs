using System.ComponentModel;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>How long people wait in a buurt.</summary>
internal sealed record WachttijdenResponse(
    [property: Description("Vragen die niet zijn afgerond.")] int AantalOpen,
    [property: Description("Vragen die nog niemand oppakte.")] int AantalNieuw,
    [property: Description("Minuten die de oudste daarvan wacht.")] int? OudsteWachtMinuten,
    [property: Description("Vragen van de laatste 90 dagen die zijn opgepakt.")] int AantalOpgepakt,
    [property: Description("Mediaan van de minuten tot die werden opgepakt.")] int? MediaanWachttijdMinuten,
    [property: Description("Vragen van de laatste 90 dagen die zijn afgerond.")] int AantalAfgerond,
    [property: Description("Mediaan van de minuten tot die werden afgerond.")] int? MediaanDoorlooptijdMinuten);

internal static class GetWachttijden
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten/{id:guid}/wachttijden", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Hoe lang vragen in een buurt wachten")
        .WithDescription("Aantallen van nu, en medianen over de vragen van de laatste 90 dagen. Foutcode: support.buurt.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<WachttijdenResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return BuurtFailures.Unknown.ToProblem();
        }

        return TypedResults.Ok(await connection.QuerySingleAsync<WachttijdenResponse>(new CommandDefinition(
            """
            SELECT
              count(*) FILTER (WHERE status <> 'afgerond')::int AS aantal_open,
              count(*) FILTER (WHERE status = 'nieuw')::int AS aantal_nieuw,
              max(trunc(extract(epoch FROM @now - aangemaakt_op) / 60)) FILTER (WHERE status = 'nieuw')::int AS oudste_wacht_minuten,
              count(*) FILTER (WHERE recent AND opgepakt_op IS NOT NULL)::int AS aantal_opgepakt,
              trunc(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM opgepakt_op - aangemaakt_op) / 60)
                FILTER (WHERE recent AND opgepakt_op IS NOT NULL))::int AS mediaan_wachttijd_minuten,
              count(*) FILTER (WHERE recent AND afgerond_op IS NOT NULL)::int AS aantal_afgerond,
              trunc(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM afgerond_op - aangemaakt_op) / 60)
                FILTER (WHERE recent AND afgerond_op IS NOT NULL))::int AS mediaan_doorlooptijd_minuten
            FROM (SELECT *, aangemaakt_op > @now - interval '90 days' AS recent FROM sociale_vragen WHERE buurt_id = @id) vragen
            WHERE recent OR status <> 'afgerond'
            """,
            new { id, now = clock.GetUtcNow() },
            cancellationToken: cancellationToken)));
    }
}
