using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What an advertisement says from now on.</summary>
public sealed record ChangeAdvertentieRequest(
    AdvertentieInhoud Inhoud,
    [property: Description("Gepauzeerd: niet te vinden en niet te bestellen, tot u haar weer actief maakt.")] bool Gepauzeerd = false);

/// <summary><c>PUT /advertenties/{id}</c>: replaces what it says. Orders that were made keep the price that they were made for.</summary>
internal static class ChangeAdvertentie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/advertenties/{id:guid}", Handle)
        .WithSummary("Advertentie wijzigen")
        .WithDescription(
            "Vervangt de inhoud, en pauzeert of hervat. Stuur in If-Match de ETag die u zag: een bestelling die de voorraad verlaagt maakt een nieuwe versie. "
            + "Bestellingen die er al zijn houden hun prijs. "
            + $"Foutcodes: {RuilFailures.Unknown.Code} (404), {RuilFailures.Closed.Code} (409), {RuilFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<AdvertentieAnswer>, ProblemHttpResult>> Handle(
        Guid id, ChangeAdvertentieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var (row, failure) = await OwnAdvertentie.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (request.Inhoud.Refuse(Words.Read<AdvertentieSoort>(row.Soort), now) is { } refusal)
            return refusal.ToProblem();

        var status = request.Gepauzeerd ? AdvertentieStatus.Gepauzeerd : AdvertentieStatus.Actief;
        var changed = request.Inhoud.PutInto(row) with { Status = Words.Of(status) };
        return TypedResults.Ok(await OwnAdvertentie.SaveAsync(http, work, changed, now));
    }
}
