using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>POST /preventiebudgetten</c>: a partner drafts a budget.</summary>
internal static class CreatePreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget aanmaken")
        .WithDescription(
            "Legt vast wat verzekeraar en gemeente afspraken, als concept. Meld leden aan en open het budget; vanaf dan kan er bij een aanmelding "
            + "voor een sessie uit worden gereserveerd. Bedragen zijn in eurocenten.")
        .MayFail(PreventiebudgetFailures.Agreement);

    private static async Task<Results<Created<PreventiebudgetAnswer>, ProblemHttpResult>> Handle(
        PreventiebudgetBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var empty = new PreventiebudgetRow { Id = Guid.CreateVersion7(now), PartnerId = http.User.PartnerId(), AangemaaktOp = now };
        var (row, refusal) = await body.PutIntoAsync(connection, empty, now, http.RequestAborted);
        if (row is null)
            return refusal!;

        await PreventiebudgetStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", PreventiebudgetAnswer.Of(row));
    }
}
