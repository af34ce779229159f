using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

internal static class JoinSignaal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/bijval", HandleAsync)
        .WithSummary("Val een buurtsignaal bij")
        .WithDescription(
            "Een persoon telt hooguit eenmaal mee; is het signaal samengevoegd, dan bij het signaal waarin het verder gaat, dat in het antwoord staat. "
            + "Foutcodes: support.buurtsignaal.onbekend (404), support.buurtsignaal.gesloten (409), support.persoon.ongeldig en support.persoon.verwijderd (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, BijvalRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var partnerId = http.User.PartnerId();
        if (await SignaalStore.LockLivingAsync(connection, partnerId, id, now, cancellationToken) is not { } signaal)
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        if (!Buurtsignaal.IsOpen(signaal.StatusValue))
        {
            return SignaalFailures.Closed.ToProblem($"Het signaal is {signaal.Status}.");
        }

        await BijvalStore.AddAsync(connection, signaal.Id, request.PersoonId, now, cancellationToken);
        return TypedResults.Ok((await SignaalStore.FindAsync(connection, partnerId, signaal.Id, now, cancellationToken))!.ToResponse());
    }
}
