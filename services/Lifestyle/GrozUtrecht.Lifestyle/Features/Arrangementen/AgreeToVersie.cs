using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary><c>POST /arrangementen/{id}/versies/{versie}/instemming</c>: the resident's side of an agreement, with their own key.</summary>
internal static class AgreeToVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/arrangementen/{id:guid}/versies/{versie:int}/instemming", Handle)
        .WithSummary("Instemmen met een voorstel")
        .WithDescription("De persoon stemt in met het laatste voorstel. Daarmee geldt het. Alleen met de eigen inzagesleutel.")
        .Produces<ArrangementstandAnswer>()
        .MayFail(InzagesleutelFailures.All)
        .MayFail(ArrangementFailures.Unknown, ArrangementFailures.Ended, ArrangementFailures.NotTheLatest, ArrangementFailures.AgreedBefore);

    private static async Task<IResult> Handle(
        Guid id, int versie, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        var (houder, refused) = await inzage.OpenArrangementForWriteAsync(http, id, sleutel);
        if (houder is null)
            return refused!;

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ArrangementStore.LockOfPersonAsync(connection, id, houder.Pseudoniem, http.RequestAborted) is not { } row)
            return ArrangementFailures.Unknown.ToProblem();
        var latest = (await ArrangementversieStore.CurrentAsync(connection, [id], http.RequestAborted))[id].MaxBy(item => item.Versie)!;
        var status = Words.Read<ArrangementStatus>(row.Status);
        if (ArrangementRules.Agree(status, versie, latest.Versie, latest.IngestemdOp is not null) is { } refusal)
            return ArrangementFailures.Of(refusal).ToProblem();

        var changed = row with
        {
            Version = row.Version + 1,
            GeldendeVersie = versie,
            Status = status == ArrangementStatus.Voorgesteld ? Words.Of(ArrangementStatus.Overeengekomen) : row.Status,
        };
        await ArrangementversieStore.AgreeAsync(connection, id, versie, clock.GetUtcNow(), http.RequestAborted);
        await ArrangementStore.UpdateAsync(connection, changed, http.RequestAborted);
        return TypedResults.Ok(ArrangementstandAnswer.Of(changed));
    }
}
