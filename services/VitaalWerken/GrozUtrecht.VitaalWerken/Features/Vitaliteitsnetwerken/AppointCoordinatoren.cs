using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary>The partners that coordinate a network.</summary>
public sealed record CoordinatorenAnswer([property: Description("Wie het langst coördineert eerst.")] IReadOnlyList<Guid> PartnerIds);

/// <summary><c>/vitaliteitsnetwerken/{gebied}/coordinatoren</c>: who coordinates the network of an area.</summary>
internal static class AppointCoordinatoren
{
    private const string Scope = "vitaal-werken:beheren";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/vitaliteitsnetwerken/{gebied}/coordinatoren", List)
            .WithName("ListCoordinatoren")
            .WithSummary("Coördinatoren van een netwerk")
            .WithDescription("De partners die het netwerk van een gebied coördineren.")
            .MayFail(BedrijfFailures.GebiedUnknown);
        api.MapPut("/vitaliteitsnetwerken/{gebied}/coordinatoren/{partnerId:guid}", Appoint)
            .RequireScope(Scope)
            .WithName("AppointCoordinator")
            .WithSummary("Coördinator aanwijzen")
            .WithDescription(
                $"Vraagt `{Scope}`. De coördinator heeft daarnaast `{Toegang.CoordinatorScope}` nodig, en coördineert nooit een bedrijf dat hij zelf aanmeldde.")
            .MayFail(BedrijfFailures.GebiedUnknown);
        api.MapDelete("/vitaliteitsnetwerken/{gebied}/coordinatoren/{partnerId:guid}", Dismiss)
            .RequireScope(Scope)
            .WithName("DismissCoordinator")
            .WithSummary("Aanwijzing intrekken")
            .WithDescription($"Vraagt `{Scope}`.")
            .MayFail(NetwerkFailures.CoordinatorUnknown);
    }

    private static async Task<Results<Ok<CoordinatorenAnswer>, ProblemHttpResult>> List(string gebied, HttpContext http, NpgsqlDataSource database)
    {
        if (!Gebied.TryFind(gebied, out _))
            return BedrijfFailures.GebiedUnknown.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return TypedResults.Ok(new CoordinatorenAnswer(await CoordinatorStore.ListAsync(connection, gebied, http.RequestAborted)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Appoint(
        string gebied, Guid partnerId, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!Gebied.TryFind(gebied, out _))
            return BedrijfFailures.GebiedUnknown.ToProblem();
        await CoordinatorStore.AddAsync(await work.OpenAsync(http.RequestAborted), gebied, partnerId, clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Dismiss(string gebied, Guid partnerId, HttpContext http, UnitOfWork work) =>
        await CoordinatorStore.RemoveAsync(await work.OpenAsync(http.RequestAborted), gebied, partnerId, http.RequestAborted)
            ? TypedResults.NoContent()
            : NetwerkFailures.CoordinatorUnknown.ToProblem();
}
