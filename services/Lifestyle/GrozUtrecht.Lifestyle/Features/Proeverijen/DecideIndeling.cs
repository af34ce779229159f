using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>PUT</c> and <c>GET /proeverijen/{id}/indeling</c>: the rounds and rooms.</summary>
internal static class DecideIndeling
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/proeverijen/{id:guid}/indeling", Decide)
            .RequireScope(ProeverijenSetup.Scope)
            .WithName("DecideIndeling")
            .WithSummary("Rondes en ruimtes bepalen")
            .WithDescription("Vervangt de indeling. Kan tot het programma is vastgesteld; een programma dat al was samengesteld vervalt.")
            .MayFail(ProeverijFailures.Change)
            .MayFail(ProeverijFailures.Layout)
            .MayFail(FreeText.HoldsBsn, FreeText.Unreadable);
        api.MapGet("/proeverijen/{id:guid}/indeling", Read)
            .WithName("GetIndeling")
            .WithSummary("Rondes en ruimtes")
            .WithDescription("De indeling van een proeverij die deze partner mag zien.")
            .MayFail(ProeverijFailures.Unknown);
    }

    private static async Task<Results<Ok<IndelingAnswer>, ProblemHttpResult>> Decide(
        Guid id, IndelingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Ruimtes.Select(ruimte => FreeText.Refuse(ruimte.Naam)).FirstOrDefault(refused => refused is not null) is { } refusedName)
            return refusedName;
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Indelen);
        if (row is null)
            return refusal!;
        var fault = Proeverijplan.Layout(
            row.BegintOp, row.EindigtOp, [.. body.Rondes.Select(ronde => (ronde.BegintOp, ronde.EindigtOp))], [.. body.Ruimtes.Select(ruimte => ruimte.Naam)]);
        if (fault is { } known)
            return ProeverijFailures.Of(known).ToProblem();

        var now = clock.GetUtcNow();
        RondeRow[] rondes = [.. body.Rondes.Select((ronde, index) => RowOf(id, ronde, index + 1))];
        RuimteRow[] ruimtes = [.. body.Ruimtes.Select((ruimte, index) => RowOf(id, ruimte, index + 1, now))];
        await IndelingStore.ReplaceAsync(await work.OpenAsync(http.RequestAborted), id, rondes, ruimtes, http.RequestAborted);
        await EigenProeverij.SaveAsync(http, work, row, now);
        return TypedResults.Ok(IndelingAnswer.Of(rondes, ruimtes));
    }

    private static async Task<Results<Ok<IndelingAnswer>, ProblemHttpResult>> Read(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await ProeverijStore.FindVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
            return ProeverijFailures.Unknown.ToProblem();
        return TypedResults.Ok(IndelingAnswer.Of(
            await IndelingStore.RondesAsync(connection, id, http.RequestAborted), await IndelingStore.RuimtesAsync(connection, id, http.RequestAborted)));
    }

    private static RondeRow RowOf(Guid id, RondeBody ronde, int nummer) =>
        new() { ProeverijId = id, Nummer = nummer, BegintOp = ronde.BegintOp.ToUniversalTime(), EindigtOp = ronde.EindigtOp.ToUniversalTime() };

    private static RuimteRow RowOf(Guid id, RuimteBody ruimte, int nummer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProeverijId = id,
        Nummer = nummer,
        Naam = ruimte.Naam,
        Capaciteit = ruimte.Capaciteit,
        Rolstoeltoegankelijk = ruimte.Rolstoeltoegankelijk,
        Soort = Words.Of(ruimte.Soort),
    };
}
