using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>PUT /organisaties/{id}</c>.</summary>
internal static class ChangeOrganisatie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/organisaties/{id:guid}", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .ChangesAnEntry()
        .WithSummary("Wijzig een organisatie")
        .WithDescription(
            $"Vervangt de inhoud. Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.OrganisatieUnknown.Code} (404), {KaartFailures.OrganisatieEnded.Code} (409), "
            + $"{FreeText.HoldsBsn.Code} (422), {FreeText.Unreadable.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<OrganisatieAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, OrganisatieInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (Vorm.Refuse(request.Naam, request.Omschrijving, request.OnderhoudenDoor) is { } refusal)
        {
            return refusal;
        }

        var (row, failure) = await OwnOrganisatie.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await OwnOrganisatie.SaveAsync(http, work, request.PutInto(row), clock.GetUtcNow()));
    }
}
