using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>The network tells what became of a signal.</summary>
public sealed record ReportBackRequest(
    [property: Description("Of er iets van kwam.")] bool Haalbaar,
    [property: Description("Wat ervan werd, of waarom het niet kan; zonder namen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg wat ervan werd."), StringLength(1000, ErrorMessage = "Een terugkoppeling is hooguit 1000 tekens.")]
    string Tekst);

internal static class ReportBack
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/terugkoppeling", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Koppel terug wat er van een buurtsignaal werd")
        .WithDescription(
            "Daarna is het signaal gesloten; wie het nog moet horen staat in de lijst te-horen. Foutcodes: support.buurtsignaal.onbekend (404), "
            + "support.buurtsignaal.gesloten (409), support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ReportBackRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Tekst) is { } refusal)
        {
            return refusal;
        }

        if (!ETags.TryRead(http, out var version))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await SignaalStore.LockAsync(connection, partnerId, [id], now, cancellationToken) is not [var signaal])
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        if (signaal.Version != version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag het signaal opnieuw op en bekijk wat er veranderde.");
        }

        if (!Buurtsignaal.IsOpen(signaal.StatusValue))
        {
            return SignaalFailures.Closed.ToProblem($"Het signaal is {signaal.Status}.");
        }

        var ending = Buurtsignaal.Ending(request.Haalbaar);
        await SignaalStore.MoveAsync(connection, id, ending, (request.Tekst, now), cancellationToken);
        work.Publish(new BuurtsignaalTeruggekoppeld
        {
            SignaalId = id,
            Version = version + 1,
            PartnerId = partnerId,
            Uitkomst = Words<SignaalStatus>.Of(ending),
            BijvalCount = signaal.Bijval,
            ToBeHeardCount = await BijvalStore.CountToHearAsync(connection, id, cancellationToken),
            OpgetredenOp = now,
        });
        var reported = (await SignaalStore.FindAsync(connection, partnerId, id, now, cancellationToken))!;
        ETags.Set(http, reported.Version);
        return TypedResults.Ok(reported.ToResponse());
    }
}
