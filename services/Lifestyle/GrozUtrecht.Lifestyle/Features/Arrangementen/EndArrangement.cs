using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>How it ends.</summary>
public sealed record EndArrangementRequest([property: Description("afgerond kan alleen als het loopt; gestopt kan altijd.")] Afloop Afloop);

/// <summary>The end of an arrangement: by the guide, or by the resident, who needs nobody's leave to stop.</summary>
internal static class EndArrangement
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/arrangementen/{id:guid}/beeindiging", ByGuideAsync)
            .WithName("endArrangement")
            .RequireScope(InzagesleutelFailures.GuideScope)
            .WithSummary("Arrangement beëindigen")
            .WithDescription("De begeleider rondt het arrangement af of stopt het. De metingen blijven van de persoon.")
            .Produces<ArrangementstandAnswer>()
            .MayFail(ArrangementFailures.Unknown, ArrangementFailures.Ended, ArrangementFailures.NotRunning);
        api.MapPost("/arrangementen/{id:guid}/stop", ByPersonAsync)
            .WithName("stopArrangement")
            .WithSummary("Zelf stoppen met een arrangement")
            .WithDescription("De persoon stopt, met de eigen inzagesleutel. De metingen blijven, tot de persoon ze wist.")
            .Produces<ArrangementstandAnswer>()
            .MayFail(InzagesleutelFailures.All)
            .MayFail(ArrangementFailures.Unknown, ArrangementFailures.Ended);
    }

    private static async Task<IResult> ByGuideAsync(Guid id, EndArrangementRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var row = await ArrangementStore.LockOfGuideAsync(connection, id, http.User.PartnerId(), http.RequestAborted);
        return await EndAsync(row, request.Afloop, work, clock, http.RequestAborted);
    }

    private static async Task<IResult> ByPersonAsync(
        Guid id, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        var (houder, refusal) = await inzage.OpenArrangementForWriteAsync(http, id, sleutel);
        if (houder is null)
            return refusal!;
        var connection = await work.OpenAsync(http.RequestAborted);
        var row = await ArrangementStore.LockOfPersonAsync(connection, id, houder.Pseudoniem, http.RequestAborted);
        return await EndAsync(row, Afloop.Gestopt, work, clock, http.RequestAborted);
    }

    private static async Task<IResult> EndAsync(ArrangementRow? row, Afloop afloop, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (row is null)
            return ArrangementFailures.Unknown.ToProblem();
        if (ArrangementRules.End(Words.Read<ArrangementStatus>(row.Status), afloop) is { } refusal)
            return ArrangementFailures.Of(refusal).ToProblem();
        var ended = row with { Version = row.Version + 1, Status = Words.Of(afloop), BeeindigdOp = clock.GetUtcNow() };
        var connection = await work.OpenAsync(cancellationToken);
        await ArrangementStore.UpdateAsync(connection, ended, cancellationToken);
        return TypedResults.Ok(ArrangementstandAnswer.Of(ended));
    }
}
