using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>GET /proeverijen/{id}/routes</c>, one of them, and one as a calendar: for who registered it and for the coordinator.</summary>
internal static class ReadRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/proeverijen/{id:guid}/routes", List)
            .WithName("ListRoutes")
            .WithSummary("Routes van een proeverij")
            .WithDescription("De routes die deze partner inschreef; bij een eigen proeverij alle. In volgorde van inschrijven.");
        api.MapGet("/proeverijen/{id:guid}/routes/{routeId:guid}", Get)
            .WithName("GetRoute")
            .WithSummary("Route")
            .WithDescription("Om te printen of te laten zien: waar de bewoner in welke ronde is, met de codes.")
            .MayFail(RouteFailures.Unknown);
        api.MapGet("/proeverijen/{id:guid}/routes/{routeId:guid}/agenda", Calendar)
            .WithName("GetRouteAgenda")
            .WithSummary("Route als agenda")
            .WithDescription("Dezelfde route als iCalendar, voor de agenda van de bewoner.")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar")
            .MayFail(RouteFailures.Unknown);
    }

    private static async Task<Results<Ok<CursorPage<RouteAnswer>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var answer = await IdPage.ReadAsync<RouteRow, RouteAnswer>(
            database,
            page,
            $"SELECT {RouteStore.Columns} FROM proeverij_routes WHERE proeverij_id = @id AND id > @after AND {RouteStore.Visible} ORDER BY id LIMIT @limit",
            new { id, partnerId = http.User.PartnerId() },
            row => RouteAnswer.Of(row, []),
            row => row.Id,
            http.RequestAborted);
        if (answer.Result is not Ok<CursorPage<RouteAnswer>> { Value: { } found })
            return answer;

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var proeven = (await RouteStore.ProevenAsync(connection, [.. found.Items.Select(item => item.Id)], http.RequestAborted)).ToLookup(proef => proef.RouteId);
        return TypedResults.Ok(found with { Items = [.. found.Items.Select(item => item with { Proeven = [.. proeven[item.Id].Select(RouteproefAnswer.Of)] })] });
    }

    private static async Task<Results<Ok<RouteAnswer>, ProblemHttpResult>> Get(Guid id, Guid routeId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await RouteStore.FindAsync(connection, id, routeId, http.User.PartnerId(), http.RequestAborted) is { } route
            ? TypedResults.Ok(await Routeboek.AnswerAsync(connection, route, http.RequestAborted))
            : RouteFailures.Unknown.ToProblem();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Calendar(Guid id, Guid routeId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await RouteStore.FindAsync(connection, id, routeId, http.User.PartnerId(), http.RequestAborted) is null)
            return RouteFailures.Unknown.ToProblem();
        var proeven = await RouteStore.ProevenAsync(connection, [routeId], http.RequestAborted);
        return TypedResults.Bytes(ICalendar.Write("Proeverij", proeven.Select(PuntOf)), "text/calendar; charset=utf-8", "route.ics");
    }

    private static Agendapunt PuntOf(RouteproefRow proef) => new()
    {
        Id = proef.SessieId,
        Volgnummer = proef.DeelnameVersie,
        BegintOp = proef.BegintOp,
        EindigtOp = proef.EindigtOp,
        GewijzigdOp = proef.GewijzigdOp,
        Status = proef.Status == "vervallen" ? Agendastatus.Vervallen : Agendastatus.Bevestigd,
        Titel = $"Proeven: {proef.Activiteit}",
        Omschrijving = $"Ronde {proef.Ronde}, bij {proef.Aanbieder}",
        Locatie = proef.Locatienaam,
    };
}
