using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Match a whole area at once.</summary>
public sealed record RequestMatchingrondeRequest(
    [property: Description("Een gebied van het programma, of overig voor postcodes daarbuiten.")]
    [property: Required(ErrorMessage = "Noem een gebied."), StringLength(50, ErrorMessage = "Een gebied is hooguit 50 tekens.")]
    string Gebied,
    [property: Description("Maak van de koppelingen meteen voorstellen; anders bekijkt u ze eerst en vraagt u om de toepassing.")] bool Direct = false);

internal static class RequestMatchingronde
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/matchingrondes", HandleAsync)
        .RequireScope("support:beheren")
        .WithSummary("Vraag een matchingronde aan")
        .WithDescription(
            "Verdeelt alle helpers over alle open hulpvragen van een gebied, zo dat de dringendste hulpvragen het eerst een helper krijgen, dan zo veel "
            + "mogelijk hulpvragen, dan met de hoogste scores. Niemand krijgt meer dan zijn deel of twee dingen tegelijk, met reistijd ertussen; een reeks "
            + "blijft bij een helper als dat kan. Het rekenen gebeurt op de achtergrond: vraag de ronde op tot die klaar is.")
        .MayFail(MatchingrondeFailures.Busy, SupportFailures.GebiedUnknown);

    private static async Task<Results<Created<MatchingrondeResponse>, ProblemHttpResult>> HandleAsync(
        RequestMatchingrondeRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!MatchingregelsStore.IsGebied(request.Gebied))
        {
            return SupportFailures.GebiedUnknown.ToProblem($"{SupportFailures.GebiedHelp} Of {MatchingregelsStore.Elsewhere}.");
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = caller.PartnerId();
        if (await MatchingrondeStore.IsBusyAsync(connection, partnerId, request.Gebied, cancellationToken))
        {
            return MatchingrondeFailures.Busy.ToProblem("Wacht tot die klaar en toegepast is.");
        }

        var now = clock.GetUtcNow();
        var regels = (await MatchingregelsStore.FindAsync(connection, partnerId, request.Gebied, cancellationToken))?.ToDomain() ?? Matchingregels.Default;
        var ronde = new MatchingrondeRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            Gebied = request.Gebied,
            Status = Words<MatchingrondeStatus>.Of(MatchingrondeStatus.Aangevraagd),
            Regels = AgendaJson.WriteOne(regels),
            Direct = request.Direct,
            AangevraagdOp = now,
        };
        await MatchingrondeStore.InsertAsync(connection, ronde, cancellationToken);
        return TypedResults.Created($"/support/v1/matchingrondes/{ronde.Id}", ronde.ToResponse());
    }
}
