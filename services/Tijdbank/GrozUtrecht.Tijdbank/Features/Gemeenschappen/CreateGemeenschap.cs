using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary><c>POST /gemeenschappen</c>: by an operator.</summary>
internal static class CreateGemeenschap
{
    public const string Scope = "tijdbank:beheren";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/gemeenschappen", Handle)
        .RequireScope(Scope)
        .WithSummary("Gemeenschap maken")
        .WithDescription($"Voor beheerders (scope {Scope}). Een groep rekeningen met eigen regels. Foutcodes: {GemeenschapFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<GemeenschapAnswer>, ProblemHttpResult>> Handle(
        GemeenschapInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
            return refusal.ToProblem();

        var now = clock.GetUtcNow();
        var row = request.PutInto(new() { Id = Guid.CreateVersion7(now), AangemaaktOp = now }, now);
        await GemeenschapStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", GemeenschapAnswer.Of(row));
    }
}
