using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Why a statement is withdrawn.</summary>
public sealed record WithdrawUrenverklaringRequest(
    [property: Description("Waarom, zonder persoonsgegevens. Wordt niet openbaar, en kan worden gewist.")]
    [property: StringLength(300, MinimumLength = 1), RegularExpression(PraktijkovereenkomstInhoud.Line)]
    string Reden);

/// <summary><c>POST /urenverklaringen/{id}/intrekking</c>.</summary>
internal static class WithdrawUrenverklaring
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenverklaringen/{id:guid}/intrekking", Handle)
        .WithSummary("Urenverklaring intrekken")
        .WithDescription(
            "School of organisatie trekt een verklaring in die niet klopt. Zij blijft bestaan, en iedereen ziet bij de geldigheid dat zij niet meer geldt. "
            + $"Foutcodes: {UrenverklaringFailures.Unknown.Code} (404), {OnderwijsFailures.NotForYou.Code} (403), "
            + $"{UrenverklaringFailures.AlreadyWithdrawn.Code} (409), {OnderwijsFailures.Of(Overeenkomstfout.TextHoldsBsn).Code} (422).")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<UrenverklaringAnswer>, ProblemHttpResult>> Handle(
        Guid id, WithdrawUrenverklaringRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (Vrijetekst.Check(request.Reden) is not null)
            return OnderwijsFailures.Of(Overeenkomstfout.TextHoldsBsn).ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await VisibleUrenverklaring.FindAsync(http, connection, id) is not { } found)
            return UrenverklaringFailures.Unknown.ToProblem();
        // The lock keeps a statement that is being issued now from counting on this one's hold on its hours.
        var (agreement, failure) = await OwnPraktijkovereenkomst.LockAsync(http, work, found.Agreement.Id);
        if (agreement is null)
            return failure!.ToProblem();

        var now = clock.GetUtcNow();
        return await UrenverklaringStore.WithdrawAsync(connection, id, http.User.PartnerId(), request.Reden, now, http.RequestAborted)
            ? TypedResults.Ok(UrenverklaringAnswer.Of(found.Verklaring with { IngetrokkenOp = now }))
            : UrenverklaringFailures.AlreadyWithdrawn.ToProblem();
    }
}
