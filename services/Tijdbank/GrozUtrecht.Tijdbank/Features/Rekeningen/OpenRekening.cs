using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary><c>POST /rekeningen</c>: the one account of a person.</summary>
internal static class OpenRekening
{
    public sealed record Request([property: Description("De persoon, zoals uitgegeven door Identity.")] Guid PersoonId);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/rekeningen", Handle)
        .WithSummary("Rekening openen")
        .WithDescription(
            "Opent de rekening van een persoon; uw organisatie beheert haar. Een persoon heeft één rekening: ziet uw organisatie die al, "
            + "dan krijgt u haar met 200 terug. Is zij door een andere organisatie geopend, dan ziet u haar pas als er voor uw organisatie uren op zijn geboekt (409). "
            + $"Foutcodes: {RekeningFailures.NotAccessible.Code} (409), {RekeningFailures.PersonMissing.Code} (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<RekeningAnswer>, Ok<RekeningAnswer>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return RekeningFailures.PersonMissing.ToProblem();
        }

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        var (id, opened) = await RekeningStore.OpenAsync(
            connection, Guid.CreateVersion7(now), request.PersoonId, partnerId, mayView: false, now, http.RequestAborted);
        if (await RekeningStore.FindAsync(connection, id, partnerId, http.RequestAborted) is not { } rekening)
        {
            return RekeningFailures.NotAccessible.ToProblem("U krijgt toegang zodra er voor uw organisatie uren op de rekening zijn geboekt.");
        }

        var answer = RekeningAnswer.Of(rekening);
        return opened ? TypedResults.Created($"{http.Request.Path}/{id}", answer) : TypedResults.Ok(answer);
    }
}
