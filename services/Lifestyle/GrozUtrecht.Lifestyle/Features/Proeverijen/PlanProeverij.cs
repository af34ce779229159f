using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>POST /proeverijen</c>: a coordinator plans a proeverij.</summary>
internal static class PlanProeverij
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Proeverij plannen")
        .WithDescription(
            "Plant een proeverij in het gebied van de postcode. Daarna: indeling in rondes en ruimtes, aanbieders uitnodigen, programma "
            + "samenstellen en vaststellen, inschrijving openen.")
        .MayFail(ProeverijFailures.Plan);

    private static async Task<Results<Created<ProeverijAnswer>, ProblemHttpResult>> Handle(
        ProeverijBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (body.Refuse(now, out var gebied) is { } refused)
            return refused;

        var row = new ProeverijRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Version = 1,
            Status = Words.Of(ProeverijStatus.Gepland),
            Naam = body.Naam,
            Gebied = gebied!.Code,
            Postcode = body.Postcode,
            Locatienaam = body.Locatienaam,
            BegintOp = body.BegintOp.ToUniversalTime(),
            EindigtOp = body.EindigtOp.ToUniversalTime(),
            BudgetCenten = body.BudgetCenten,
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        await ProeverijStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", ProeverijAnswer.Of(row, row.PartnerId));
    }
}
