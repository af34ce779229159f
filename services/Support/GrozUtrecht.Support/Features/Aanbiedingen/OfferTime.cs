using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

/// <summary>"Ik kan op dinsdag rijden."</summary>
public sealed record OfferTimeRequest(
    [property: Description("Vanaf dit moment.")] DateTimeOffset VanOp,
    [property: Description("Tot dit moment, hooguit 24 uur later.")] DateTimeOffset TotOp,
    [property: Description("Voor welke soorten hulp; alle soorten van de helper als het ontbreekt."), Length(1, 7, ErrorMessage = "Noem 1 tot 7 soorten hulp.")]
    IReadOnlyList<Categorie>? Categorieen = null);

internal static class OfferTime
{
    private static readonly TimeSpan MaximumLength = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/helpers/{id:guid}/aanbiedingen", HandleAsync)
        .WithSummary("Een helper biedt tijd aan")
        .WithDescription(
            "Zo begint het met wie helpt: deze tijd telt bij elke hulpvraag mee, ook buiten de vaste tijden van de helper. Vraag daarna de hulpvragen op "
            + "die erbij passen.")
        .MayFail(AanbiedingFailures.HelperUnknown, AanbiedingFailures.TimeInvalid, AanbiedingFailures.CategorieNotOffered);

    private static async Task<Results<Created<AanbiedingResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, OfferTimeRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (request.TotOp <= request.VanOp || request.TotOp <= now || request.TotOp - request.VanOp > MaximumLength || request.VanOp > now + Hulpvraag.MaximumAhead)
        {
            return AanbiedingFailures.TimeInvalid.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        await HelperStore.LockAsync(connection, id, cancellationToken);
        if (await HelperStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } helper)
        {
            return AanbiedingFailures.HelperUnknown.ToProblem();
        }

        var categorieen = request.Categorieen is { } named ? Words<Categorie>.Of(named) : helper.Categorieen;
        if (categorieen.Except(helper.Categorieen, StringComparer.Ordinal).Any())
        {
            return AanbiedingFailures.CategorieNotOffered.ToProblem($"Bij deze helper staat: {string.Join(", ", helper.Categorieen)}.");
        }

        var aanbieding = new AanbiedingRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = caller.PartnerId(),
            HelperId = id,
            Categorieen = categorieen,
            Van = Moment.Whole(request.VanOp),
            Tot = Moment.Whole(request.TotOp),
            AangemaaktOp = now,
        };
        await AanbiedingStore.InsertAsync(connection, aanbieding, cancellationToken);
        return TypedResults.Created($"/support/v1/aanbiedingen/{aanbieding.Id}", aanbieding.ToResponse());
    }
}
