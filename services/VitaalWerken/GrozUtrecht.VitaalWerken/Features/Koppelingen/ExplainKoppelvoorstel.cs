using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>Why one offer fits a company, or why not.</summary>
public sealed record KoppelvoorstelUitlegAnswer(
    [property: Description("True als niets in de weg staat.")] bool Past,
    [property: Description("Alles wat in de weg staat; leeg als het past.")] IReadOnlyList<BelemmeringAnswer> Belemmeringen,
    [property: Description("Het aanbod met de score die het zou hebben, ook als het niet past.")] KoppelvoorstelAnswer Voorstel);

/// <summary><c>GET /bedrijven/{id}/koppelvoorstellen/{aanbodId}</c>: the same weighing for one offer, also when it does not fit.</summary>
internal static class ExplainKoppelvoorstel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{id:guid}/koppelvoorstellen/{aanbodId:guid}", Handle)
        .WithSummary("Waarom een aanbod wel of niet past")
        .WithDescription("Voor het bedrijf zelf en de coördinatoren van zijn netwerk, met dezelfde wensen als de lijst.")
        .MayFail(BedrijfFailures.Unknown, KoppelingFailures.AanbodUnknown, KoppelingFailures.WensInvalid, KoppelingFailures.PeriodInvalid);

    private static async Task<Results<Ok<KoppelvoorstelUitlegAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid aanbodId, [AsParameters] KoppelwensenQuery wensen, HttpContext http, NpgsqlDataSource database, AanbodIndex index, TimeProvider clock)
    {
        var snapshot = await index.ReadAsync(http.RequestAborted);
        var (vraag, failure) = await Koppelvragen.ReadAsync(database, id, wensen, http, clock.GetUtcNow());
        if (vraag is null)
            return (failure ?? BedrijfFailures.Unknown).ToProblem();
        if (snapshot.Find(aanbodId) is not { IsKnown: true } aanbod)
            return KoppelingFailures.AanbodUnknown.ToProblem();

        var score = new Koppelscore(vraag);
        var waarom = new Koppelwaarom(vraag, score);
        var obstacles = new Koppelgeschiktheid(vraag).Obstacles(aanbod).Select(obstacle => waarom.Explain(obstacle, aanbod));
        var belemmeringen = obstacles.Select(obstacle => new BelemmeringAnswer(obstacle.Code, obstacle.Tekst)).ToList();
        return TypedResults.Ok(new KoppelvoorstelUitlegAnswer(
            belemmeringen is [], belemmeringen, KoppelvoorstelAnswer.Of(new(aanbod, score.Score(aanbod)), waarom)));
    }
}
