using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>PUT /voorzieningen/{id}</c>.</summary>
internal static class ChangeVoorziening
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/voorzieningen/{id:guid}", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .ChangesAnEntry()
        .WithSummary("Wijzig een voorziening")
        .WithDescription(
            $"Vervangt de inhoud. Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.VoorzieningUnknown.Code} (404), {KaartFailures.VoorzieningEnded.Code} (409), {VoorzieningInhoud.Codes}.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<VoorzieningAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, VoorzieningInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
        {
            return refusal;
        }

        var (row, failure) = await OwnVoorziening.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        return await OwnVoorziening.RefuseLinksAsync(connection, row.PartnerId, request, http.RequestAborted) is { } wrongLink
            ? wrongLink.ToProblem()
            : TypedResults.Ok(await OwnVoorziening.SaveAsync(http, work, request.PutInto(row), clock.GetUtcNow()));
    }
}
