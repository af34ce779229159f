using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary><c>POST /bedrijven/{bedrijfId}/inspiratiebijeenkomsten</c>: a company or a coordinator plans a meeting at work.</summary>
internal static class PlanInspiratiebijeenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{bedrijfId:guid}/inspiratiebijeenkomsten", Handle)
        .WithSummary("Inspiratiebijeenkomst plannen")
        .WithDescription("Op de werkvloer van het bedrijf, met sprekers uit het netwerk. Door het bedrijf of een coördinator van zijn netwerk.")
        .MayFail(BedrijfFailures.Unknown, InspiratieFailures.BedrijfLeft)
        .MayFail(InspiratieFailures.Plan);

    private static async Task<Results<Created<InspiratieAnswer>, ProblemHttpResult>> Handle(
        Guid bedrijfId, InspiratieBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (body.Refuse(now) is { } refused)
            return refused;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: true, http.RequestAborted) is not { Bedrijf: var bedrijf })
            return BedrijfFailures.Unknown.ToProblem();
        if (bedrijf.Status == Words.Of(BedrijfStatus.Vertrokken))
            return InspiratieFailures.BedrijfLeft.ToProblem();

        var row = new InspiratieRow
        {
            Id = Guid.CreateVersion7(now),
            BedrijfId = bedrijfId,
            Gebied = bedrijf.Gebied,
            Version = 1,
            Status = Words.Of(InspiratieStatus.Gepland),
            Plek = body.Plek,
            BegintOp = body.BegintOp.ToUniversalTime(),
            EindigtOp = body.EindigtOp.ToUniversalTime(),
            VerwachtAantal = body.VerwachtAantal,
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        await InspiratieStore.InsertAsync(connection, row, http.RequestAborted);
        if (await Sprekers.ReplaceAsync(connection, row.Id, body.Onderdelen ?? [], now, http.RequestAborted) is { } taken)
            return taken;
        ETags.Set(http, row.Version);
        return TypedResults.Created($"/vitaal-werken/v1/inspiratiebijeenkomsten/{row.Id}", InspiratieAnswer.Of(row, now));
    }
}
