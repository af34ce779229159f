using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>The fund that is to receive after all.</summary>
public sealed record BijdrageaanbiedingBody(
    [property: Description("De wijkpot; dezelfde als eerder mag.")] Guid WijkpotId,
    [property: Description("De partner die haar beheert.")] Guid OntvangerPartnerId);

/// <summary><c>POST /bijdragen/{id}/aanbieding</c>: another try after the Tijdbank refused.</summary>
internal static class OfferBijdrageAgain
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bijdragen/{id:guid}/aanbieding", Handle)
        .WithSummary("Opnieuw aanbieden")
        .WithDescription("Door wie geeft, nadat de Tijdbank weigerde: aan dezelfde of een andere wijkpot. Stuur in If-Match de ETag die u zag.")
        .MayFail([.. Bijdragestap.Failures, BijdrageFailures.OwnReceiver]);

    private static Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Handle(
        Guid id, BijdrageaanbiedingBody body, HttpContext http, Bijdragestap stap) =>
        stap.TakeAsync(http, id, Bijdragehandeling.OpnieuwAanbieden, (row, _) => (
            row with { WijkpotId = body.WijkpotId, OntvangerPartnerId = body.OntvangerPartnerId },
            body.OntvangerPartnerId == row.GeverPartnerId ? BijdrageFailures.OwnReceiver : null));
}
